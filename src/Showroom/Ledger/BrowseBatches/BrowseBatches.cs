using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Platform.Ui;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Ledger.BrowseBatches;

/// <summary>What stands where, by batch.</summary>
/// <param name="Place">Code of a place; null: all.</param>
/// <param name="Text">Part of a name, a code, a barcode, a batch or a county.</param>
/// <param name="Only"><c>owed</c>: below zero; <c>unsellable</c>: recalled or over; null: everything.</param>
internal sealed record BrowseBatchesQuery(string? Place, string? Text, string? Only, int Page = 1, int PageSize = 50) : IQuery<BatchesThatStand>;

/// <summary>A page of them.</summary>
internal sealed record BatchesThatStand(IReadOnlyList<BatchThatStands> Items, int Total, long Pieces, int Page, int Pages)
{
    public static BatchesThatStand Empty { get; } = new([], 0, 0, 1, 1);

    /// <summary>Comma separated.</summary>
    public string Csv()
    {
        var file = new StringBuilder("place_code,place,code,barcode,goods,county,batch,expires_on,state,pieces\r\n");
        foreach (var x in Items)
            file.AppendJoin(',', x.PlaceCode, CsvCell.Text(x.Place), x.Code, x.Barcode, CsvCell.Text(x.Name), CsvCell.Text(x.County), CsvCell.Text(x.Batch), x.ExpiresOn is { } day ? Format.Date(day) : "", x.State, x.OnHand).Append("\r\n");
        return file.ToString();
    }
}

/// <summary>Pieces of one batch at one place.</summary>
/// <param name="State"><c>Sellable</c>, <c>Blocked</c> or <c>Expired</c>.</param>
internal sealed record BatchThatStands(string PlaceCode, string Place, string Code, string Barcode, string Name, string County, string Batch, DateOnly? ExpiresOn, string State, long OnHand);

internal sealed class BrowseBatchesValidator : AbstractValidator<BrowseBatchesQuery>
{
    public BrowseBatchesValidator()
    {
        RuleFor(x => x.Place).MaximumLength(20);
        RuleFor(x => x.Text).MaximumLength(60);
        RuleFor(x => x.Only).Must(x => x is null or "owed" or "unsellable").WithMessage("owed or unsellable.");
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 20_000);
    }
}

internal sealed class BrowseBatchesHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<BrowseBatchesQuery, BatchesThatStand>
{
    public async Task<BatchesThatStand> Handle(BrowseBatchesQuery request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = from balance in db.BatchBalances.AsNoTracking()
                   where balance.OnHand != 0
                   join item in db.ShelfItems on balance.SkuId equals item.SkuId
                   join place in db.Locations on balance.LocationId equals place.Id
                   join known in db.Batches on new { balance.SkuId, Code = balance.Batch } equals new { known.SkuId, known.Code } into all
                   from batch in all.DefaultIfEmpty()
                   select new { balance, item, place, batch };
        if (request.Place is { Length: > 0 } code) rows = rows.Where(x => x.place.Code == code);
        if (request.Text?.Trim() is { Length: > 0 } text)
            rows = rows.Where(x => x.item.ProductName.Contains(text) || x.item.SkuName.Contains(text) || x.item.Code == text || x.item.Barcode == text || x.item.County.Contains(text) || x.balance.Batch == text);
        if (request.Only == "owed") rows = rows.Where(x => x.balance.OnHand < 0);
        if (request.Only == "unsellable") rows = rows.Where(x => x.batch != null && (x.batch.State != BatchState.Sellable || x.batch.ExpiresOn < today));

        var (total, pieces) = (await rows.CountAsync(cancellationToken), await rows.SumAsync(x => x.balance.OnHand, cancellationToken));
        var page = await rows.OrderBy(x => x.item.Code).ThenBy(x => x.place.Code).ThenBy(x => x.balance.Batch).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancellationToken);
        return new([.. page.Select(x => new BatchThatStands(x.place.Code, x.place.Name, x.item.Code, x.item.Barcode, x.item.Name, x.item.County, x.balance.Batch, x.batch?.ExpiresOn,
            (x.batch is null || x.batch.IsSellable(today) ? BatchState.Sellable : x.batch.State == BatchState.Sellable ? BatchState.Expired : x.batch.State).ToString(), x.balance.OnHand))],
            total, pieces, request.Page, Math.Max(1, (total + request.PageSize - 1) / request.PageSize));
    }
}
