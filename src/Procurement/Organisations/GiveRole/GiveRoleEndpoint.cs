using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.GiveRole;

internal sealed class GiveRoleEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/members", Answer)
        .WithSummary("Give a person a role in the organisation").ToHolders(ProcurementPermissions.Manage);

    private static async Task<NoContent> Answer(GiveRoleCommand body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(body, cancellationToken);
        return TypedResults.NoContent();
    }
}
