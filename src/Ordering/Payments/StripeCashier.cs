using Microsoft.Extensions.Configuration;
using Stripe;
using Stripe.Checkout;

namespace ZhongFu.Ordering.Payments;

/// <summary>Stripe Checkout on Stripe's own page: no third-party script on ours, and no card number ever reaches us.</summary>
internal sealed class StripeCashier : ICashier
{
    private readonly StripeClient client;

    public StripeCashier(IConfiguration configuration)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(configuration.GetValue("Stripe:TimeoutSeconds", 15)) };
        client = new StripeClient(
            configuration["Stripe:ApiKey"], httpClient: new SystemNetHttpClient(http, maxNetworkRetries: 1, enableTelemetry: false),
            apiBase: configuration["Stripe:ApiBase"] is { Length: > 0 } address ? address.TrimEnd('/') : null);
    }

    public string Provider => "Stripe";

    public bool IsSandbox => false;

    public Task<CashierSession> Open(Payment payment, CancellationToken cancellationToken) => Call(async () =>
    {
        var options = new SessionCreateOptions
        {
            Mode = "payment",
            Locale = "zh",
            ClientReferenceId = payment.OrderId.ToString(),
            AllowedPaymentMethodTypes = ["alipay", "wechat_pay", "card"],
            PaymentMethodOptions = new() { WechatPay = new() { Client = "web" } },
            LineItems = [new() { Quantity = 1, PriceData = new() { Currency = payment.Currency, UnitAmount = payment.AmountFen, ProductData = new() { Name = payment.OrderNumber } } }],
            Metadata = new() { ["payment"] = payment.Id.ToString(), ["order"] = payment.OrderId.ToString() },
            SuccessUrl = $"{payment.Site}/pay/{payment.OrderNumber}/result",
            CancelUrl = $"{payment.Site}/pay/{payment.OrderNumber}",
            // Stripe allows no session shorter than 30 minutes, so a session outlives the order's own window; money that comes late takes stock again or is refunded.
            // Counted from the attempt, not from now: a repeat must send the very same parameters or Stripe refuses the idempotency key.
            ExpiresAt = payment.CreatedAt + TimeSpan.FromMinutes(31),
        };
        var session = await new SessionService(client).CreateAsync(options, new RequestOptions { IdempotencyKey = payment.Id.ToString() }, cancellationToken);
        return new CashierSession(session.Id, session.Url);
    });

    public Task<CashierNews> Ask(Payment payment, CancellationToken cancellationToken) => Call(async () =>
    {
        var session = await new SessionService(client).GetAsync(payment.SessionId, cancellationToken: cancellationToken);
        var state = session.PaymentStatus == "paid" ? CashierState.Paid : session.Status == "expired" ? CashierState.Expired : CashierState.Open;
        return new CashierNews(state, session.PaymentIntentId, session.AmountTotal ?? 0, session.Currency ?? "");
    });

    public Task<string> SendBack(Refund refund, string providerReference, CancellationToken cancellationToken) => Call(async () =>
    {
        var options = new RefundCreateOptions { PaymentIntent = providerReference, Amount = refund.AmountFen };
        var answer = await new RefundService(client).CreateAsync(options, new RequestOptions { IdempotencyKey = refund.Id.ToString() }, cancellationToken);
        return answer.Status is "failed" or "canceled" ? throw new CashierFailed($"Stripe says the refund is {answer.Status}.") : answer.Id;
    });

    /// <summary>The event behind a webhook call.</summary>
    /// <exception cref="StripeException">The signature is wrong or older than five minutes.</exception>
    public static Event Read(string body, string signature, string secret, DateTimeOffset now) =>
        EventUtility.ConstructEvent(body, signature, secret, tolerance: 300, now.ToUnixTimeSeconds(), throwOnApiVersionMismatch: false);

    private static async Task<T> Call<T>(Func<Task<T>> call)
    {
        try { return await call(); }
        catch (StripeException problem) { throw new CashierFailed($"Stripe: {problem.HttpStatusCode} {problem.StripeError?.Type}", problem); }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException) { throw new CashierFailed("Stripe did not answer.", problem); }
    }
}
