using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Payments.PlayPayment;

internal sealed class PlayPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/ordering/payments/sandbox/{id:guid}/complete", Handle).ToHolders(OrderingPermissions.Buy).WithSummary("Play a successful payment (sandbox cashier only)");

    private static async Task<Ok<SandboxOutcome>> Handle(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SandboxOutcome(await mediator.Send(new PlayPaymentRequest(id, true), cancellationToken)));
}

/// <summary>What came of a played payment: <c>settled</c>, <c>known</c>, <c>late</c>, <c>refunded</c>.</summary>
internal sealed record SandboxOutcome(string Outcome);
