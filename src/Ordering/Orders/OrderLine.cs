using ZhongFu.Catalog.Contracts;

namespace ZhongFu.Ordering.Orders;

/// <summary>What was bought, as it was offered when the order was placed: a later change of the catalogue changes no order.</summary>
internal sealed class OrderLine
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrderId { get; private init; }
    public int Position { get; private init; }
    public Guid SkuId { get; private init; }
    public int ProductNumber { get; private init; }
    public string ProductName { get; private init; } = "";
    public string SkuName { get; private init; } = "";
    public string County { get; private init; } = "";
    public string CountyCode { get; private init; } = "";
    public string TownshipCode { get; private init; } = "";
    public Guid CooperativeId { get; private init; }
    public string Cooperative { get; private init; } = "";
    public string PicturePath { get; private init; } = "";
    public bool NoSevenDayReturn { get; private init; }

    /// <summary>Fen for one piece.</summary>
    public long PriceFen { get; private init; }

    public long Quantity { get; private init; }

    /// <summary>Price times quantity, fen.</summary>
    public long AmountFen { get; private init; }

    /// <summary>Weight with packaging of the whole line, grams.</summary>
    public long GrossGrams { get; private init; }

    /// <summary>Pieces that were sold over the counter before this order went out, and that no other place had.</summary>
    public long MissingQuantity { get; private set; }

    /// <summary>Missing pieces whose price was promised back.</summary>
    public long RefundedQuantity { get; private set; }

    /// <summary>Fen promised back for missing pieces.</summary>
    public long RefundedFen { get; private set; }

    public static OrderLine Of(Guid orderId, int position, SkuOffer offer, long quantity) => new()
    {
        OrderId = orderId, Position = position, SkuId = offer.SkuId, ProductNumber = offer.ProductNumber, ProductName = offer.ProductName, SkuName = offer.SkuName,
        County = offer.County, CountyCode = offer.CountyCode, TownshipCode = offer.TownshipCode, CooperativeId = offer.CooperativeId, Cooperative = offer.Cooperative,
        PicturePath = offer.PicturePath, NoSevenDayReturn = offer.NoSevenDayReturn, PriceFen = offer.PriceFen, Quantity = quantity,
        AmountFen = checked(offer.PriceFen * quantity), GrossGrams = checked(offer.GrossWeightGrams * quantity),
    };

    /// <summary>Pieces that are missing and not refunded.</summary>
    public long StillMissing => MissingQuantity - RefundedQuantity;

    /// <summary>Some of the missing pieces were found; answers how many belonged here.</summary>
    internal long Find(long pieces)
    {
        var here = Math.Min(pieces, StillMissing);
        MissingQuantity -= here;
        return here;
    }

    internal void Miss(long pieces) => MissingQuantity = Math.Min(Quantity, MissingQuantity + pieces);

    /// <summary>Fen for the pieces that are missing and not refunded yet; the whole line is refunded to the fen when all are.</summary>
    internal long TakeRefund()
    {
        var due = PriceFen * StillMissing;
        (RefundedQuantity, RefundedFen) = (MissingQuantity, RefundedFen + due);
        return due;
    }
}
