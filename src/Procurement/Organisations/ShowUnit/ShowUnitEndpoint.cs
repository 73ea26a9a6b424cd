using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.ShowUnit;

internal sealed class ShowUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/units/{code}", (string code, IMediator mediator, CancellationToken cancellationToken) => Show(code, mediator, cancellationToken)).WithSummary("Facts and history of a unit").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/api/procurement/organisation", (IMediator mediator, CancellationToken cancellationToken) => Show(null, mediator, cancellationToken)).WithSummary("Facts and history of the organisation whose hat is on").ToHolders(ProcurementPermissions.Read);
    }

    private static async Task<Ok<UnitFile>> Show(string? code, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new ShowUnitQuery(code), cancellationToken));
}
