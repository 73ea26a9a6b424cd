using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.NameDeputy;

internal sealed class NameDeputyEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/deputies", Answer)
        .WithSummary("Have a member act for another for some days").ToHolders(ProcurementPermissions.Manage);

    private static async Task<NoContent> Answer(NameDeputyCommand body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(body, cancellationToken);
        return TypedResults.NoContent();
    }
}
