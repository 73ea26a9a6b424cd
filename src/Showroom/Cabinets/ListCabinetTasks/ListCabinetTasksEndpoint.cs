using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Cabinets.ListCabinetTasks;

internal sealed class ListCabinetTasksEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/cabinets/tasks", List)
        .WithSummary("Alerts of cabinets, and what did not fit about their sales").ToHolders(ShowroomPermissions.ReadDevices);

    private static async Task<Ok<CabinetTasks>> List(IMediator mediator, CancellationToken cancellationToken, string? cabinet = null, bool settled = false, int page = 1, int pageSize = 50) =>
        TypedResults.Ok(await mediator.Send(new ListCabinetTasksQuery(cabinet, settled, page, pageSize), cancellationToken));
}
