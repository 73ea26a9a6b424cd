using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Transfers.RequestTransfer;

internal sealed class RequestTransferEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/transfers", Request)
        .WithSummary("Asks for goods to be brought from one place to another").ToHolders(ShowroomPermissions.MoveStock).RequireIdempotencyKey();

    private static async Task<Created<RequestedTransfer>> Request(RequestTransferCommand command, IMediator mediator, CancellationToken cancellationToken)
    {
        var order = await mediator.Send(command, cancellationToken);
        return TypedResults.Created($"/api/showroom/transfers/{order.Id}", order);
    }
}
