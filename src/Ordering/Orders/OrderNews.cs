namespace ZhongFu.Ordering.Orders;

/// <summary>What an open page of the buyer hears when an order has moved on.</summary>
internal sealed record OrderNews(string No, string State)
{
    public static string Topic(string buyerKey) => $"orders:{buyerKey}";

    public static OrderNews Of(Order order) => new(order.Number, order.State.ToString());
}
