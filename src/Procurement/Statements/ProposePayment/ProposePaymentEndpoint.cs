using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Statements.ProposePayment;

internal sealed class ProposePaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/statements/{id:guid}/payments", Propose)
        .WithSummary("Enter a payment of what is agreed; a second person confirms it").ToHolders(ProcurementPermissions.Pay).RequireIdempotencyKey();

    private static async Task<Created<ProposedPayment>> Propose(Guid id, PaymentFacts body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created("/api/procurement/statements", await mediator.Send(new ProposePaymentCommand(id, body.AmountFen, body.Reference, body.PaidOn), cancellationToken));

    internal sealed record PaymentFacts(long AmountFen, string Reference, DateOnly PaidOn);
}
