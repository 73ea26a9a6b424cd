using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Statements.ListStatements;

internal sealed class ListStatementsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/statements", (IMediator mediator, CancellationToken cancellationToken, int page = 1) => List(mediator, new(Page: page), cancellationToken))
            .WithSummary("Statements of the unit, or of all below, and what is owed by age").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/api/procurement/supply/statements", (IMediator mediator, CancellationToken cancellationToken, int page = 1) => List(mediator, new(AsSupplier: true, page), cancellationToken))
            .WithSummary("Statements of the cooperative").ToHolders(ProcurementPermissions.Supply);
    }

    private static async Task<Ok<StatementPageOf>> List(IMediator mediator, ListStatementsQuery query, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(query, cancellationToken));
}
