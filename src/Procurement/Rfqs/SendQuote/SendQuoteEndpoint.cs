using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Rfqs.SendQuote;

internal sealed class SendQuoteEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/procurement/supply/rfqs/{id:guid}/quotes", Send).WithSummary("Send a sealed quote, or a revision of it").ToHolders(ProcurementPermissions.Supply).RequireIdempotencyKey();
        api.MapPost("/api/procurement/supply/rfqs/{id:guid}/quotes/withdrawal", Withdraw).WithSummary("Withdraw the quote before the deadline").ToHolders(ProcurementPermissions.Supply).RequireIdempotencyKey();
    }

    private static async Task<Ok<QuoteReceipt>> Send(Guid id, SentQuote body, QuoteDoor door, RequestContext request, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SendQuoteCommand(id, await door.Fingerprint(request.Actor, id, body, cancellationToken), body), cancellationToken));

    private static async Task<Ok<QuoteReceipt>> Withdraw(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SendQuoteCommand(id, null, null), cancellationToken));
}
