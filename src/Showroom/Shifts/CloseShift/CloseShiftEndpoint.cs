using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Shifts.CloseShift;

internal sealed class CloseShiftEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/shifts/{id:guid}/close", Close)
        .WithSummary("Closes a shift blind: the count goes in, what should be there comes out").ToHolders(ShowroomPermissions.Sell).RequireIdempotencyKey();

    private static async Task<Ok<ClosedShift>> Close(Guid id, DrawerCount body, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(
        new CloseShiftCommand(id, body.CountedFen, body.UnsentSales, body.DifferenceReason, body.ApprovalId, body.TakeOverId), cancellationToken));

    private sealed record DrawerCount(long CountedFen, int UnsentSales = 0, string? DifferenceReason = null, Guid? ApprovalId = null, Guid? TakeOverId = null);
}
