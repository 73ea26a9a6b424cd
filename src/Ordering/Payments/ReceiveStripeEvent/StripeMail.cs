using Stripe;
using Stripe.Checkout;

namespace ZhongFu.Ordering.Payments.ReceiveStripeEvent;

/// <summary>Checks the signature of what came to Stripe's door and takes the event apart.</summary>
internal static class StripeMail
{
    private const long ToleranceSeconds = 300;

    /// <summary>The event, or why it is none.</summary>
    public static (ReceiveStripeEventCommand? News, string Problem) Open(string body, string signature, string secret, DateTimeOffset now)
    {
        try
        {
            // The account's API version may be newer or older than the library's: what we read has been the same for years.
            var happened = EventUtility.ConstructEvent(body, signature, secret, ToleranceSeconds, now.ToUnixTimeSeconds(), throwOnApiVersionMismatch: false);
            return happened is { Id.Length: > 0 and <= 200, Type.Length: > 0 and <= 100 } ? (Taken(happened), "") : (null, "no event");
        }
        catch (Exception problem) when (problem is StripeException or ArgumentException or FormatException or InvalidOperationException or Newtonsoft.Json.JsonException or System.Text.Json.JsonException)
        {
            return (null, problem is StripeException ? problem.Message : problem.GetType().Name);
        }
    }

    private static ReceiveStripeEventCommand Taken(Event happened) => new(
        happened.Id, happened.Type,
        happened.Data?.Object is Session session ? new SessionFacts(session.Id, Id(session.Metadata, StripeNames.Payment), Id(session.Metadata, StripeNames.Order), session.PaymentStatus == "paid", session.PaymentIntentId, session.AmountTotal ?? 0, session.Currency ?? "") : null,
        happened.Data?.Object is Stripe.Refund refund ? new RefundFacts(refund.Id, Id(refund.Metadata, StripeNames.Refund), refund.Amount, StripeNames.StatusOf(refund), refund.FailureReason) : null,
        happened.Data?.Object is Charge charge ? new ChargeFacts(charge.PaymentIntentId, charge.AmountRefunded) : null);

    private static Guid? Id(Dictionary<string, string>? metadata, string key) => Guid.TryParse(metadata?.GetValueOrDefault(key), out var id) ? id : null;
}
