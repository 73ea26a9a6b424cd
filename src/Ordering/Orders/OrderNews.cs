namespace ZhongFu.Ordering.Orders;

/// <summary>What an open page of the buyer hears when an order has moved on.</summary>
/// <param name="No">Number of the order.</param>
/// <param name="State">State it is in now.</param>
/// <param name="At">Since when, UTC.</param>
internal sealed record OrderNews(string No, string State, DateTime At)
{
    public static string Topic(string buyerKey) => $"orders:{buyerKey}";

    public static OrderNews Of(Order order) => new(order.Number, order.State.ToString(), order.CompletedAt ?? order.CancelledAt ?? order.DeliveredAt ?? order.ShippedAt ?? order.PackedAt ?? order.PaidAt ?? order.PlacedAt);
}
