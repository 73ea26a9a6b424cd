using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Batches;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.ShelfItems;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Counter.FindShelfItem;

/// <summary>What lies behind a scanned barcode or a typed article code.</summary>
internal sealed record FindShelfItemQuery(string Code) : IQuery<FoundShelfItem>;

/// <summary>A SKU as the till shows it.</summary>
internal sealed record FoundShelfItem(Guid SkuId, string Code, string Barcode, string Name, string County, long PriceFen, bool IsOnSale, IReadOnlyList<NearExpiryPrice> NearExpiry);

/// <summary>A batch that is marked down because it expires soon: the till sends it back as the line's batch.</summary>
internal sealed record NearExpiryPrice(string Batch, DateOnly ExpiresOn, int PercentOff, long PriceFen);

internal sealed class FindShelfItemValidator : AbstractValidator<FindShelfItemQuery>
{
    public FindShelfItemValidator() =>
        RuleFor(x => x.Code).NotEmpty().MaximumLength(40)
            .Must(code => code is null || code.Length < 8 || !code.All(char.IsAsciiDigit) || ScannedCode.IsGtin(code)).WithErrorCode("barcode.invalid").WithMessage("Not a barcode with a right check digit.");
}

internal sealed class FindShelfItemHandler(ShowroomDb db) : IRequestHandler<FindShelfItemQuery, FoundShelfItem>
{
    public async Task<FoundShelfItem> Handle(FindShelfItemQuery request, CancellationToken cancellationToken)
    {
        var found = await db.FindByCode([request.Code], cancellationToken);
        if (!found.TryGetValue(request.Code, out var item)) throw new NotFound("The code");
        var today = db.Clock.Today();
        var near = await (from markdown in db.Markdowns
                          where markdown.SkuId == item.SkuId
                          join batch in db.Batches on new { markdown.SkuId, Code = markdown.Batch } equals new { batch.SkuId, batch.Code }
                          where batch.State == BatchState.Sellable && batch.ExpiresOn >= today && db.BatchBalances.Any(x => x.SkuId == markdown.SkuId && x.Batch == markdown.Batch && x.OnHand > 0)
                          orderby batch.ExpiresOn
                          select new { markdown.Batch, batch.ExpiresOn, markdown.PercentOff }).AsNoTracking().ToListAsync(cancellationToken);
        return new(item.SkuId, item.Code, item.Barcode, item.Name, item.County, item.PriceFen, item.IsOnSale,
            [.. near.Select(x => new NearExpiryPrice(x.Batch, x.ExpiresOn!.Value, x.PercentOff, Markdown.PriceOf(item.PriceFen, x.PercentOff)))]);
    }
}
