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

    /// <summary>Batch as scanned, when the label carries it.</summary>
    public string? Batch { get; private init; }

    /// <summary>Pieces, 1 to 9999.</summary>
    public long Quantity { get; private init; }

    /// <summary>What the customer paid for one piece, fen.</summary>
    public long UnitPriceFen { get; private init; }

    /// <summary>Taken off this line, its share of the cart's discount included, fen.</summary>
    public long DiscountFen { get; private init; }

    /// <summary>Quantity times price less the discount, fen.</summary>
    public long AmountFen { get; private init; }

    /// <summary>Net weight by the scales' label, grams; null for goods sold by the piece.</summary>
    public long? Grams { get; private init; }

    /// <summary>False for goods that these books do not know: no stock moved.</summary>
    public bool IsKnown { get; private init; }

    /// <summary>Pieces that came back; never above <see cref="Quantity"/>. Changed by conditional update only.</summary>
    public long ReturnedQuantity { get; private init; }

    /// <summary>What was given back for them, fen.</summary>
    public long ReturnedFen { get; private init; }

    public static SaleLine Of(Guid saleId, int line, SoldGoods goods, long cartShareFen) => new()
    {
        SaleId = saleId,
        Line = line,
        SkuId = goods.Item.SkuId,
        Code = goods.Item.Code,
        Name = goods.Item.Name,
        County = goods.Item.County,
        Cooperative = goods.Item.Cooperative,
        Batch = goods.Batch,
        Quantity = goods.Quantity,
        UnitPriceFen = goods.UnitFen,
        DiscountFen = goods.DiscountFen + cartShareFen,
        AmountFen = goods.BeforeCartFen - cartShareFen,
        Grams = goods.Grams,
        IsKnown = goods.IsKnown,
    };
}

/// <summary>What went over the counter.</summary>
/// <param name="Item">The SKU, or a stand-in for goods the books do not know.</param>
/// <param name="OursFen">What the books ask for one piece.</param>
/// <param name="PaidFen">What the till took for one, when it says so.</param>
/// <param name="DiscountFen">Off this line.</param>
/// <param name="Grams">By the label of the scales.</param>
/// <param name="Batch">As scanned.</param>
internal sealed record SoldGoods(ShelfItems.ShelfItem Item, long Quantity, long? PaidFen, long? OursFen = null, long DiscountFen = 0, long? Grams = null, string? Batch = null)
{
    public bool IsKnown => Item.SkuId != Guid.Empty;
    public long ExpectedFen => OursFen ?? Item.PriceFen;
    public long UnitFen => PaidFen ?? ExpectedFen;

    /// <summary>The line before its share of the cart's discount.</summary>
    public long BeforeCartFen => checked(Quantity * UnitFen) - DiscountFen;
}
