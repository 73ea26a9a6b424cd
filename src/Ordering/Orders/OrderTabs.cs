namespace ZhongFu.Ordering.Orders;

/// <summary>The tabs of a buyer's order list and the states behind them.</summary>
internal static class OrderTabs
{
    public static IReadOnlyList<(string Tab, OrderState[] States)> All { get; } =
    [
        ("all", []),
        ("pay", [OrderState.Placed, OrderState.Reserved]),
        ("ship", [OrderState.Paid, OrderState.Packed]),
        ("receive", [OrderState.Shipped]),
        ("done", [OrderState.Delivered, OrderState.Completed]),
        ("cancelled", [OrderState.Cancelled]),
    ];

    public static OrderState[] StatesOf(string? tab) => All.FirstOrDefault(x => x.Tab == tab).States ?? [];
}
