using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Counter.VoidSale;

internal sealed class VoidSaleEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/sales/{id:guid}/void", Void)
        .WithSummary("Calls a sale off within its own shift").ToHolders(ShowroomPermissions.Sell).RequireIdempotencyKey();

    private static async Task<Ok<VoidedSale>> Void(Guid id, VoidReason body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new VoidSaleCommand(id, body.Reason, body.ApprovalId), cancellationToken));

    private sealed record VoidReason(string Reason, Guid? ApprovalId = null);
}
