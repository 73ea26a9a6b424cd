using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Statements.EnterInvoice;

internal sealed class EnterInvoiceEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/supply/statements/{id:guid}/invoices", Enter)
        .WithSummary("Enter an invoice for what is agreed").ToHolders(ProcurementPermissions.Supply).RequireIdempotencyKey();

    private static async Task<NoContent> Enter(Guid id, InvoiceFacts body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EnterInvoiceCommand(id, body.Number, body.AmountFen, body.IssuedOn), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record InvoiceFacts(string Number, long AmountFen, DateOnly IssuedOn);
}
