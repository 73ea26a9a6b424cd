namespace ZhongFu.Ordering.Payments;

/// <summary>Texts of the cashier, of the outcome and of the operators' page (<c>PaymentText.resx</c>).</summary>
internal sealed class PaymentText;
