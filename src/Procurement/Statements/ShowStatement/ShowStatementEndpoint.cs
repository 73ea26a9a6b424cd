using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Statements.ShowStatement;

internal sealed class ShowStatementEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/statements/{number}", (string number, IMediator mediator, CancellationToken cancellationToken) => Show(mediator, new(number), cancellationToken))
            .WithSummary("One statement").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/api/procurement/supply/statements/{number}", (string number, IMediator mediator, CancellationToken cancellationToken) => Show(mediator, new(number, AsSupplier: true), cancellationToken))
            .WithSummary("One statement of the cooperative").ToHolders(ProcurementPermissions.Supply);
    }

    private static async Task<Ok<StatementFile>> Show(IMediator mediator, ShowStatementQuery query, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(query, cancellationToken));
}
