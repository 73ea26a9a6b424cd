using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Platform.Ui;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Ledger.BrowseMovements;

/// <summary>The ledger itself: what moved in some days, newest first.</summary>
/// <param name="From">First China date.</param>
/// <param name="Until">Last China date, included.</param>
/// <param name="Place">Code of a place at either end; null: all.</param>
/// <param name="Text">Part of a name, a code, a barcode or a batch.</param>
/// <param name="Cause">Only this cause.</param>
internal sealed record BrowseMovementsQuery(DateOnly From, DateOnly Until, string? Place = null, string? Text = null, string? Cause = null, int Page = 1, int PageSize = 50) : IQuery<MovementList>;

/// <summary>A page of them.</summary>
internal sealed record MovementList(IReadOnlyList<MovementInList> Items, int Total, int Page, int Pages)
{
    public static MovementList Empty { get; } = new([], 0, 1, 1);

    /// <summary>Comma separated.</summary>
    public string Csv()
    {
        var file = new StringBuilder("at,cause,code,goods,batch,from,to,pieces,by,key\r\n");
        foreach (var x in Items)
            file.AppendJoin(',', Format.Moment(x.At), x.Cause, x.Code, CsvCell.Text(x.Name), CsvCell.Text(x.Batch), CsvCell.Text(x.From), CsvCell.Text(x.To), x.Quantity, CsvCell.Text(x.ActorKey), CsvCell.Text(x.Key)).Append("\r\n");
        return file.ToString();
    }
}

/// <summary>One movement.</summary>
/// <param name="Key">What it was posted for, unique for ever.</param>
internal sealed record MovementInList(DateTime At, string Cause, Guid SubjectId, string Code, string Name, string? Batch, string From, string To, long Quantity, string ActorKey, string Key);

internal sealed class BrowseMovementsValidator : AbstractValidator<BrowseMovementsQuery>
{
    public BrowseMovementsValidator()
    {
        RuleFor(x => x.Until).GreaterThanOrEqualTo(x => x.From);
        RuleFor(x => x.Place).MaximumLength(20);
        RuleFor(x => x.Text).MaximumLength(60);
        RuleFor(x => x.Cause).Must(x => x is null || Enum.GetNames<MovementCause>().Contains(x)).WithMessage("Not a cause.");
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 20_000);
    }
}

internal sealed class BrowseMovementsHandler(ShowroomDb db) : IRequestHandler<BrowseMovementsQuery, MovementList>
{
    public async Task<MovementList> Handle(BrowseMovementsQuery request, CancellationToken cancellationToken)
    {
        var (since, before) = (BusinessTime.StartOf(request.From), BusinessTime.StartOf(request.Until.AddDays(1)));
        var rows = from movement in db.Movements.AsNoTracking()
                   where movement.At >= since && movement.At < before
                   join item in db.ShelfItems on movement.SkuId equals item.SkuId
                   join source in db.Locations on movement.FromId equals source.Id
                   join target in db.Locations on movement.ToId equals target.Id
                   select new { movement, item, source, target };
        if (request.Place is { Length: > 0 } code) rows = rows.Where(x => x.source.Code == code || x.target.Code == code);
        if (request.Text?.Trim() is { Length: > 0 } text)
            rows = rows.Where(x => x.item.ProductName.Contains(text) || x.item.SkuName.Contains(text) || x.item.Code == text || x.item.Barcode == text || x.movement.Batch == text);
        if (request.Cause is { } name) { var cause = Enum.Parse<MovementCause>(name); rows = rows.Where(x => x.movement.Cause == cause); }

        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderByDescending(x => x.movement.At).ThenByDescending(x => x.movement.Id).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancellationToken);
        return new([.. page.Select(x => new MovementInList(x.movement.At, x.movement.Cause.ToString(), x.movement.SubjectId, x.item.Code, x.item.Name, x.movement.Batch, x.source.Name, x.target.Name, x.movement.Quantity,
            x.movement.ActorKey, x.movement.Key))], total, request.Page, Math.Max(1, (total + request.PageSize - 1) / request.PageSize));
    }
}
