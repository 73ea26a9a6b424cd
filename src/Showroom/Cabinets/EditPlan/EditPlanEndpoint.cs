using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Cabinets.EditPlan;

internal sealed class EditPlanEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/api/showroom/cabinets/{cabinet}/plan", Edit)
        .WithSummary("Replaces a cabinet's planogram and temperature limits").ToHolders(ShowroomPermissions.ManageDevices);

    private static async Task<NoContent> Edit(string cabinet, WantedPlan body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EditPlanCommand(cabinet, body.Version, body.MinTenths, body.MaxTenths, body.Slots), cancellationToken);
        return TypedResults.NoContent();
    }

    private sealed record WantedPlan(Guid Version, int MinTenths, int MaxTenths, IReadOnlyList<WantedSlot> Slots);
}
