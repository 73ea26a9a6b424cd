namespace ZhongFu.Ordering.Orders;

/// <summary>Where an order stands (product.md, "Ordering").</summary>
internal enum OrderState
{
    /// <summary>Written down; the answer of the stock is awaited.</summary>
    Placed,

    /// <summary>The goods are set aside; to be paid.</summary>
    Reserved,

    /// <summary>Paid; to be packed.</summary>
    Paid,

    /// <summary>Packed; to be shipped or collected.</summary>
    Packed,

    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>With the buyer.</summary>
    Delivered,

    /// <summary>Nothing more is to be done.</summary>
    Completed,

    /// <summary>Will not be delivered.</summary>
    Cancelled,
}

/// <summary>Why an order was cancelled; codes that stand in messages and resources.</summary>
internal static class CancelReasons
{
    public const string Buyer = "buyer";
    public const string Expired = "expired";
    public const string NoStock = "no-stock";
    public const string Shortage = "shortage";

    /// <summary>Money came after the order had expired, and the goods were gone: it went back.</summary>
    public const string Refunded = "refunded";
}
