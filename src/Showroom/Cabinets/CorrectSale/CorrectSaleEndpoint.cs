using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Cabinets.CorrectSale;

internal sealed class CorrectSaleEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/cabinets/sales/{id:guid}/corrections", Correct)
        .WithSummary("Settles a disputed cabinet sale by a correction; the sale stays").ToHolders(ShowroomPermissions.Approve).RequireIdempotencyKey();

    private static async Task<Created<SettledDispute>> Correct(Guid id, Dispute body, IMediator mediator, CancellationToken cancellationToken)
    {
        var settled = await mediator.Send(new CorrectSaleCommand(id, body.Quantity, body.BackInSlot, body.RefundFen, body.Reason), cancellationToken);
        return TypedResults.Created($"/api/showroom/cabinets/sales/{id}/corrections/{settled.Id}", settled);
    }

    private sealed record Dispute(long Quantity, long RefundFen, string Reason, bool BackInSlot = true);
}
