namespace ZhongFu.Showroom.Places;

/// <summary>What a location is: a real place where goods stand, or a virtual one that keeps the books balanced.</summary>
internal enum LocationKind
{
    /// <summary>Central warehouse; serves online orders first.</summary>
    Warehouse,

    /// <summary>The show-and-sell hall (展销中心).</summary>
    Showroom,

    /// <summary>A self-service cabinet (专柜).</summary>
    Cabinet,

    /// <summary>A sub-centre (服务点): pick-up only.</summary>
    SubCentre,

    /// <summary>Goods between two places.</summary>
    Transit,

    /// <summary>Goods that came back and wait for a look.</summary>
    Quarantine,

    /// <summary>Where received goods come from.</summary>
    Supplier,

    /// <summary>Where sold goods go.</summary>
    Customer,

    /// <summary>Spoilt, broken, stolen.</summary>
    Loss,

    /// <summary>Given away.</summary>
    Donation,

    /// <summary>Differences found by counting.</summary>
    Adjustment,
}

internal static class LocationKinds
{
    /// <summary>Whether goods can be touched there; the others may go below zero, for they only balance the books.</summary>
    public static bool IsReal(this LocationKind kind) =>
        kind is LocationKind.Warehouse or LocationKind.Showroom or LocationKind.Cabinet or LocationKind.SubCentre or LocationKind.Transit or LocationKind.Quarantine;

    /// <summary>Whether goods can be received and shown there: every real place but the road and the quarantine.</summary>
    public static bool HasShelves(this LocationKind kind) => kind.IsReal() && kind is not (LocationKind.Transit or LocationKind.Quarantine);

    /// <summary>The order in which places serve online orders (product.md, Stock); null: not at all.</summary>
    public static int? DefaultOnlinePriority(this LocationKind kind) => kind switch
    {
        LocationKind.Warehouse => 1,
        LocationKind.Showroom => 2,
        _ => null,
    };
}
