using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Rfqs.OpenQuotes;

internal sealed class OpenQuotesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/rfqs/{id:guid}/opening", Open)
        .WithSummary("Open the quotes after the deadline; earlier attempts are refused and written down").ToHolders(ProcurementPermissions.Read);

    private static async Task<Ok<QuoteOpening>> Open(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        var opening = await mediator.Send(new OpenQuotesCommand(id), cancellationToken);
        return opening.Refusal is { } code ? throw new RuleBroken(code, "The quotes cannot be opened.", new { opening.State }) : TypedResults.Ok(opening);
    }
}
