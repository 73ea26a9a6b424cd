using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Shifts.FindShift;

internal sealed class FindShiftEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/shifts/open", Find)
        .WithSummary("The shifts of a till that are not closed").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Ok<IReadOnlyList<UnclosedShift>>> Find(string deviceId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new FindShiftQuery(deviceId), cancellationToken));
}
