using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.ShelfItems;

namespace ZhongFu.Showroom.Counter.RecordSale;

/// <summary>From the lines a till sends to goods: by id, by barcode, or by the label of the scales.</summary>
internal static class RungGoods
{
    /// <exception cref="ValidationException">A line names no goods we know, and the till could have asked; or its discount is above its price.</exception>
    public static async Task<IReadOnlyList<SoldGoods>> Recognise(ShowroomDb db, IConfiguration settings, RecordSaleCommand request, CancellationToken cancellationToken)
    {
        var lines = request.Lines;
        var labels = lines.Select(x => x.Barcode is null ? null : WeighedCode.Parse(x.Barcode, settings)).ToList();
        var ids = lines.Where(x => x.SkuId is not null).Select(x => x.SkuId!.Value).Distinct().ToList();
        var codes = lines.Select((x, at) => labels[at]?.ArticleCode ?? x.Barcode).OfType<string>().Distinct().ToList();
        var byId = ids.Count == 0 ? [] : await db.ShelfItems.AsNoTracking().Where(x => ids.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, cancellationToken);
        var byCode = codes.Count == 0 ? new Dictionary<string, ShelfItem>() : await db.FindByCode(codes, cancellationToken);

        var scanned = lines.Where(x => x.Batch is not null).Select(x => x.Batch!).Distinct().ToList();
        var markdowns = scanned.Count == 0 ? [] : await db.Markdowns.AsNoTracking().Where(x => scanned.Contains(x.Batch)).ToDictionaryAsync(x => (x.SkuId, x.Batch), x => x.PercentOff, cancellationToken);

        var (goods, problems) = (new List<SoldGoods>(), new List<ValidationFailure>());
        foreach (var (at, line) in lines.Index())
        {
            var label = labels[at];
            var item = line.SkuId is { } id ? byId.GetValueOrDefault(id) : byCode.GetValueOrDefault(label?.ArticleCode ?? line.Barcode!);
            if (item is null && !request.Offline) problems.Add(Unknown(at, line));
            var sold = new SoldGoods(item ?? StandIn(line), line.Quantity, line.PriceFen, item is null ? null : label?.PriceOf(item) ?? NearExpiry(item, line, markdowns), line.DiscountFen, label?.Grams, line.Batch);
            if (sold.BeforeCartFen < 0) problems.Add(new($"Lines[{at}].DiscountFen", "More than the line costs."));
            goods.Add(sold);
        }
        return problems.Count == 0 ? goods : throw new ValidationException(problems);
    }

    /// <summary>What a piece of a batch near its expiry day costs, when the label named the batch and it is marked down.</summary>
    private static long? NearExpiry(ShelfItem item, RungLine line, Dictionary<(Guid, string), int> markdowns) =>
        line.Batch is { } batch && markdowns.TryGetValue((item.SkuId, batch), out var percent) ? Batches.Markdown.PriceOf(item.PriceFen, percent) : null;

    private static ValidationFailure Unknown(int at, RungLine line) => line.SkuId is null
        ? new($"Lines[{at}].Barcode", "No SKU has this barcode.") { ErrorCode = "barcode.unknown" }
        : new($"Lines[{at}].SkuId", "No SKU has this id.") { ErrorCode = "sku.unknown" };

    private static ShelfItem StandIn(RungLine line)
    {
        var code = line.Barcode ?? line.SkuId?.ToString("N") ?? "";
        var name = PlainText.Clean(line.Name) ?? code;
        return ShelfItem.Unknown(code[..Math.Min(40, code.Length)], name[..Math.Min(200, name.Length)], line.PriceFen ?? 0);
    }
}
