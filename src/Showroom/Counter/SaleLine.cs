namespace ZhongFu.Showroom.Counter;

/// <summary>One line of a sale, with the facts that were true when it was sold.</summary>
internal sealed class SaleLine
{
    public Guid SaleId { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    public Guid SkuId { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string County { get; private init; } = "";
    public string Cooperative { get; private init; } = "";

    /// <summary>Pieces, 1 to 9999.</summary>
    public long Quantity { get; private init; }

    /// <summary>What the customer paid for one piece, fen.</summary>
    public long UnitPriceFen { get; private init; }

    /// <summary>Quantity times price, fen.</summary>
    public long AmountFen { get; private init; }

    public static SaleLine Of(Guid saleId, int line, SoldGoods goods) => new()
    {
        SaleId = saleId,
        Line = line,
        SkuId = goods.Item.SkuId,
        Code = goods.Item.Code,
        Name = goods.Item.Name,
        County = goods.Item.County,
        Cooperative = goods.Item.Cooperative,
        Quantity = goods.Quantity,
        UnitPriceFen = goods.PaidFen ?? goods.Item.PriceFen,
        AmountFen = checked(goods.Quantity * (goods.PaidFen ?? goods.Item.PriceFen)),
    };
}

/// <summary>What went over the counter: a known SKU, how many, and the price the till took, when it says so (fen a piece).</summary>
internal sealed record SoldGoods(ShelfItems.ShelfItem Item, long Quantity, long? PaidFen);
