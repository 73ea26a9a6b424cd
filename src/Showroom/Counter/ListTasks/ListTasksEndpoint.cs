using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Counter.ListTasks;

internal sealed class ListTasksEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/tasks", List)
        .WithSummary("What did not fit about sales, for the manager").ToHolders(ShowroomPermissions.Approve);

    private static async Task<Ok<SaleTasks>> List(IMediator mediator, CancellationToken cancellationToken, bool settled = false, int page = 1, int pageSize = 50) =>
        TypedResults.Ok(await mediator.Send(new ListTasksQuery(settled, page, pageSize), cancellationToken));
}
