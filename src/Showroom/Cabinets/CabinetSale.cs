namespace ZhongFu.Showroom.Cabinets;

/// <summary>A sale that happened at a cabinet, as its device told it. A fact: never refused, changed or deleted, but that goods nobody knew get their SKU once; what turns out wrong is set right by a
/// <see cref="CabinetCorrection"/> beside it (product.md, "Showroom").</summary>
internal sealed class CabinetSale
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid CabinetId { get; private init; }

    /// <summary>The device's own number. A device that lost its memory uses one again: another content under it is another sale.</summary>
    public long Number { get; private init; }

    public string ContentHash { get; private init; } = "";
    public long BatchNumber { get; private init; }
    public string? Slot { get; private init; }

    /// <summary>By the device's clock, whatever it shows.</summary>
    public DateTime SoldAt { get; private init; }

    public DateTime RecordedAt { get; private init; }

    /// <summary>Null: goods our books do not know; they move no stock until somebody has said what they are. Set by conditional update only.</summary>
    public Guid? SkuId { get; private init; }

    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public long Quantity { get; private init; }

    /// <summary>Price of one piece as the buyer paid it.</summary>
    public long PriceFen { get; private init; }

    public long AmountFen { get; private init; }

    /// <summary>The payment's number at the provider, as the device knows it.</summary>
    public string? Payment { get; private init; }

    /// <summary>Set right so far. Changed by conditional update only, never beyond what was sold.</summary>
    public long CorrectedQuantity { get; private init; }
    public long CorrectedFen { get; private init; }

    public static CabinetSale Of(Guid cabinetId, long batch, ReportedSale sale, string hash, Guid? skuId, string code, string name, DateTime now) => new()
    {
        CabinetId = cabinetId, BatchNumber = batch, Number = sale.Number, ContentHash = hash, Slot = sale.Slot, SoldAt = sale.SoldAt, RecordedAt = now, SkuId = skuId, Code = code, Name = name,
        Quantity = sale.Quantity, PriceFen = sale.PriceFen, AmountFen = sale.Quantity * sale.PriceFen, Payment = sale.Payment,
    };
}

/// <summary>A disputed sale set right: pieces and money taken off it, with a reason.</summary>
internal sealed class CabinetCorrection
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SaleId { get; private init; }
    public Guid CabinetId { get; private init; }

    /// <summary>Pieces that the buyer does not have after all.</summary>
    public long Quantity { get; private init; }

    /// <summary>Whether they still lie in the cabinet; else they are spoilt.</summary>
    public bool BackInSlot { get; private init; }

    /// <summary>Money owed back to the buyer.</summary>
    public long RefundFen { get; private init; }

    public string Reason { get; private init; } = "";
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }

    public static CabinetCorrection Of(CabinetSale sale, long quantity, bool backInSlot, long refundFen, string reason, string by, DateTime now) =>
        new() { SaleId = sale.Id, CabinetId = sale.CabinetId, Quantity = quantity, BackInSlot = backInSlot, RefundFen = refundFen, Reason = reason, By = by, At = now };
}
