using ZhongFu.Platform.Domain;

namespace ZhongFu.Showroom.Receiving;

/// <summary>Goods that came in at one place at one time. Never edited; a mistake is corrected by another movement.</summary>
internal sealed class GoodsReceipt : Aggregate
{
    private readonly List<GoodsReceiptLine> lines = [];

    private GoodsReceipt()
    {
    }

    public Guid LocationId { get; private init; }
    public DateTime At { get; private init; }
    public string ActorKey { get; private init; } = "";
    public string ActorName { get; private init; } = "";
    public IReadOnlyList<GoodsReceiptLine> Lines => lines;

    /// <summary>Writes down what came in.</summary>
    public static GoodsReceipt Of(Guid locationId, IEnumerable<(Guid SkuId, string? Batch, DateOnly? ExpiresOn, long Quantity)> goods, Platform.Security.Actor actor, DateTime now)
    {
        var receipt = new GoodsReceipt { LocationId = locationId, At = now, ActorKey = actor.Key, ActorName = actor.Name };
        receipt.lines.AddRange(goods.Select((x, index) => new GoodsReceiptLine(receipt.Id, index + 1, x.SkuId, x.Batch, x.ExpiresOn, x.Quantity)));
        return receipt;
    }
}

/// <summary>One line of a receipt.</summary>
internal sealed class GoodsReceiptLine(Guid goodsReceiptId, int line, Guid skuId, string? batch, DateOnly? expiresOn, long quantity)
{
    public Guid GoodsReceiptId { get; private init; } = goodsReceiptId;

    /// <summary>From 1.</summary>
    public int Line { get; private init; } = line;

    public Guid SkuId { get; private init; } = skuId;
    public string? Batch { get; private init; } = batch;

    /// <summary>Expiry day as read at the dock, China date.</summary>
    public DateOnly? ExpiresOn { get; private init; } = expiresOn;

    public long Quantity { get; private init; } = quantity;
}
