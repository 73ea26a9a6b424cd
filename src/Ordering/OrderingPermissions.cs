namespace ZhongFu.Ordering;

/// <summary>What people may do here; roles hold them as data.</summary>
internal static class OrderingPermissions
{
    /// <summary>Fill a cart, place and pay orders.</summary>
    public const string Buy = "ordering.buy";

    /// <summary>Read orders: own, or all.</summary>
    public const string ReadOrders = "ordering.orders.read";

    /// <summary>Pack and ship orders.</summary>
    public const string Fulfil = "ordering.orders.fulfil";

    /// <summary>Send money back.</summary>
    public const string Refund = "ordering.payments.refund";
}
