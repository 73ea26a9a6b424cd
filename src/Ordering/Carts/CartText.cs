namespace ZhongFu.Ordering.Carts;

/// <summary>Texts of the cart (<c>CartText.resx</c>).</summary>
internal sealed class CartText;
