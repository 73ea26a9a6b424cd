using System.Text;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Stripe;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Payments.ReceiveStripeEvent;

/// <summary>Stripe's door: open to everyone because the signature says who it is.</summary>
internal sealed class ReceiveStripeEventEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/ordering/payments/stripe/webhook", Handle)
        .ToEveryone().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(256 * 1024)).WithSummary("Events of Stripe, signed");

    private static async Task<IResult> Handle(HttpRequest request, IConfiguration configuration, IMediator mediator, IStringLocalizer<PaymentText> text, TimeProvider clock, ILogger<ReceiveStripeEventEndpoint> log)
    {
        if (configuration["Stripe:WebhookSecret"] is not { Length: > 0 } secret) return TypedResults.Problem(statusCode: 404, title: text["NoStripe"]);
        using var reader = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var (news, problem) = StripeMail.Open(body, request.Headers["Stripe-Signature"].ToString(), secret, clock.GetUtcNow());
        if (news is null)
        {
            log.LogWarning("A call to Stripe's door was refused: {Problem}", problem);
            return TypedResults.Problem(statusCode: 400, title: text["StripeMailWrong"]);
        }
        var outcome = await mediator.Send(news, CancellationToken.None);
        log.LogInformation("Stripe event {Event} {Type}: {Outcome}", news.EventId, news.Type, outcome);
        return TypedResults.Ok(new { outcome });
    }
}
