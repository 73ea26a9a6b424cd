using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Shifts.OpenShift;

internal sealed class OpenShiftEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/shifts", Open)
        .WithSummary("Opens a till's shift with the float in its drawer").ToHolders(ShowroomPermissions.Sell).RequireIdempotencyKey();

    private static async Task<Created<OpenedShift>> Open(OpenShiftCommand command, IMediator mediator, CancellationToken cancellationToken)
    {
        var shift = await mediator.Send(command, cancellationToken);
        return TypedResults.Created($"/api/showroom/shifts/{shift.Id}/x", shift);
    }
}
