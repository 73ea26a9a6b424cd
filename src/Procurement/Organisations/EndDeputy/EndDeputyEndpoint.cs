using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.EndDeputy;

internal sealed class EndDeputyEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/deputies/{id:guid}/end", Answer)
        .WithSummary("End a deputy early, after today").ToHolders(ProcurementPermissions.Manage);

    private static async Task<NoContent> Answer(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndDeputyCommand(id), cancellationToken);
        return TypedResults.NoContent();
    }
}
