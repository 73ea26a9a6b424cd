using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Receiving.ReceiveGoods;

internal sealed class ReceiveGoodsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/showroom/receipts", Receive)
            .WithSummary("Takes goods in at a place; they can be ordered at once").ToHolders(ShowroomPermissions.ReceiveStock).RequireIdempotencyKey();

    private static async Task<Created<ReceivedGoods>> Receive(ReceiveGoodsCommand command, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await mediator.Send(command, cancellationToken));
}
