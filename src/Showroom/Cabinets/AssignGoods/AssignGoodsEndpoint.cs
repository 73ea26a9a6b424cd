using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Cabinets.AssignGoods;

internal sealed class AssignGoodsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/cabinets/tasks/{id:guid}/goods", Assign)
        .WithSummary("Says which goods a cabinet sold under a code that nobody knew, and settles the task").ToHolders(ShowroomPermissions.Approve).RequireIdempotencyKey();

    private static async Task<Ok<AssignedGoods>> Assign(Guid id, GoodsSold body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AssignGoodsCommand(id, body.Code), cancellationToken));

    private sealed record GoodsSold(string Code);
}
