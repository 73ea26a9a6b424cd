using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Stripe;
using Stripe.Checkout;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Payments.ReceiveStripeEvent;

/// <summary>Stripe's door: open to everyone because the signature says who it is.</summary>
internal sealed class ReceiveStripeEventEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/ordering/payments/stripe/webhook", Handle)
        .ToEveryone().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(256 * 1024)).WithSummary("Events of Stripe, signed");

    private static async Task<IResult> Handle(HttpRequest request, IConfiguration configuration, SettleAgain settle, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (configuration["Stripe:WebhookSecret"] is not { Length: > 0 } secret) return TypedResults.Problem(statusCode: 404, title: "Stripe is not configured.");
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellationToken);
        Event happened;
        try { happened = StripeCashier.Read(body, request.Headers["Stripe-Signature"].ToString(), secret, clock.GetUtcNow()); }
        catch (Exception problem) when (problem is StripeException or Newtonsoft.Json.JsonException or System.Text.Json.JsonException or ArgumentException)
        {
            return TypedResults.Problem(statusCode: 400, title: "The signature does not fit, is too old, or the body is no event.");
        }
        var outcome = await settle.Send(Taken(happened), CancellationToken.None);
        return TypedResults.Ok(new { outcome });
    }

    private static ReceiveStripeEventCommand Taken(Event happened)
    {
        var session = happened.Data?.Object as Session;
        return new ReceiveStripeEventCommand(happened.Id, happened.Type, Id(session, "payment"), Id(session, "order"), session?.Id,
            session?.PaymentStatus == "paid", session?.PaymentIntentId, session?.AmountTotal ?? 0, session?.Currency ?? "");
    }

    private static Guid? Id(Session? session, string key) => Guid.TryParse(session?.Metadata?.GetValueOrDefault(key), out var id) ? id : null;
}
