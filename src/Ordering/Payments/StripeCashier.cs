using System.Net;
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
        // A buyer waits for it: two tries must end before the platform's own limit of 30 s for a request.
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(configuration.GetValue("Stripe:TimeoutSeconds", 10)) };
        client = new StripeClient(
            configuration["Stripe:ApiKey"], httpClient: new SystemNetHttpClient(http, maxNetworkRetries: 1, enableTelemetry: false),
            apiBase: configuration["Stripe:ApiBase"] is { Length: > 0 } address ? address.TrimEnd('/') : null);
    }

    public CashierKind Kind => CashierKind.Stripe;

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
            Metadata = new() { [StripeNames.Payment] = payment.Id.ToString(), [StripeNames.Order] = payment.OrderId.ToString() },
            SuccessUrl = payment.Site + payment.ReturnPath(isPaid: true),
            CancelUrl = payment.Site + payment.ReturnPath(isPaid: false),
            // Counted from the attempt, not from now: a repeat must send the very same parameters or Stripe refuses the idempotency key.
            ExpiresAt = payment.CreatedAt + Payment.SessionLife,
        };
        var session = await new SessionService(client).CreateAsync(options, new RequestOptions { IdempotencyKey = payment.Id.ToString() }, cancellationToken);
        return new CashierSession(session.Id, session.Url);
    });

    public Task<CashierNews> Ask(Payment payment, CancellationToken cancellationToken) =>
        Call(async () => News(await new SessionService(client).GetAsync(payment.SessionId, cancellationToken: cancellationToken)));

    public async Task<CashierNews> Close(Payment payment, CancellationToken cancellationToken)
    {
        try { return await Call(async () => News(await new SessionService(client).ExpireAsync(payment.SessionId, cancellationToken: cancellationToken))); }
        catch (CashierFailed problem) when (problem.IsRefusal)
        {
            return await Ask(payment, cancellationToken); // paid or expired already: only open sessions can be closed
        }
    }

    public Task<RefundNews> SendBack(Refund refund, string providerReference, CancellationToken cancellationToken) => Call(async () =>
    {
        var refunds = new RefundService(client);
        if (refund.ProviderId is { } id) return News(await refunds.GetAsync(id, cancellationToken: cancellationToken));
        // An attempt before this one may have been carried out although its answer said otherwise or never came: the money must not go twice.
        if (refund.Attempts > 0 && await Find(refunds, refund, providerReference, cancellationToken) is { } sent) return News(sent);
        var options = new RefundCreateOptions { PaymentIntent = providerReference, Amount = refund.AmountFen, Metadata = new() { [StripeNames.Refund] = refund.Id.ToString() } };
        return News(await refunds.CreateAsync(options, new RequestOptions { IdempotencyKey = refund.ProviderKey }, cancellationToken));
    });

    private static async Task<Stripe.Refund?> Find(RefundService refunds, Refund refund, string providerReference, CancellationToken cancellationToken)
    {
        var name = refund.Id.ToString();
        await foreach (var sent in refunds.ListAutoPagingAsync(new RefundListOptions { PaymentIntent = providerReference, Limit = 100 }, cancellationToken: cancellationToken))
            if (sent.Metadata?.GetValueOrDefault(StripeNames.Refund) == name && StripeNames.StatusOf(sent) != RefundStatus.Failed) return sent;
        return null;
    }

    private static CashierNews News(Session session) => new(
        session.PaymentStatus == "paid" ? CashierState.Paid : session.Status == "expired" ? CashierState.Expired : CashierState.Open,
        session.PaymentIntentId, session.AmountTotal ?? 0, session.Currency ?? "");

    private static RefundNews News(Stripe.Refund refund) => new(refund.Id, StripeNames.StatusOf(refund), refund.FailureReason);

    private static async Task<T> Call<T>(Func<Task<T>> call)
    {
        try { return await call(); }
        catch (StripeException problem) { throw new CashierFailed($"Stripe: {(int)problem.HttpStatusCode} {problem.StripeError?.Type} {problem.StripeError?.Code}", IsRefusal(problem), problem); }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException) { throw new CashierFailed("Stripe did not answer.", isRefusal: false, problem); }
    }

    /// <summary>Stripe keeps its first answer to an idempotency key, a 500 included. Not kept: what it refused before it began (401, 403, 409, 429), and an answer that got lost.</summary>
    private static bool IsRefusal(StripeException problem) =>
        (int)problem.HttpStatusCode >= 400 && problem.HttpStatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests);
}
