using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Statements.ConfirmPayment;

internal sealed class ConfirmPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/payments/{id:guid}/confirmation", Confirm)
        .WithSummary("A second person confirms a payment, or has not found it").ToHolders(ProcurementPermissions.Pay).RequireIdempotencyKey();

    private static async Task<NoContent> Confirm(Guid id, Confirmation body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ConfirmPaymentCommand(id, body.Confirm), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record Confirmation(bool Confirm);
}
