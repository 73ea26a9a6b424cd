namespace ZhongFu.Ordering.Orders;

/// <summary>Texts of checkout and orders (<c>OrderText.resx</c>).</summary>
internal sealed class OrderText;
