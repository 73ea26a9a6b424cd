using System.Globalization;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Payments.OverseePayments;

/// <summary>The fields of a refund by hand, as typed.</summary>
internal sealed class RefundForm
{
    public string? Idem { get; set; }
    public Guid PaymentId { get; set; }
    public string? Yuan { get; set; }
    public string? Reason { get; set; }

    /// <summary>The command, or null with a text for each field that cannot be used.</summary>
    public RefundPaymentCommand? Check(OverseenPayment payment, Guid key, IStringLocalizer<PaymentText> texts, Dictionary<string, string> problems)
    {
        var fen = Fen();
        if (fen is null) problems["Form.Yuan"] = texts["AmountWrong"];
        else if (fen > payment.LeftFen) problems["Form.Yuan"] = texts["refund.above-paid"];
        if (PlainText.Clean(Reason) is not { Length: <= 200 }) problems["Form.Reason"] = texts["ReasonMissing"];
        return problems.Count == 0 ? new RefundPaymentCommand(payment.OrderId, fen!.Value, PlainText.Clean(Reason)!, key, payment.Id) : null;
    }

    /// <summary>Yuan with at most two decimals become fen; nothing else is an amount.</summary>
    private long? Fen() =>
        decimal.TryParse(Yuan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var yuan) && yuan is > 0 and < 1_000_000 && decimal.Truncate(yuan * 100) == yuan * 100
            ? (long)(yuan * 100) : null;
}
