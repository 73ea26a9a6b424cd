using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Replenishment.OrderProposals;

internal sealed class OrderProposalsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/replenishment/orders", Order)
        .WithSummary("Makes a transfer of everything that is proposed for a place").ToHolders(ShowroomPermissions.MoveStock).RequireIdempotencyKey();

    private static async Task<Created<OrderedProposals>> Order(OrderProposalsCommand command, IMediator mediator, CancellationToken cancellationToken)
    {
        var order = await mediator.Send(command, cancellationToken);
        return TypedResults.Created($"/api/showroom/transfers/{order.TransferId}", order);
    }
}
