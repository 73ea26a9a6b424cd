using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Cabinets.RevokeKey;

internal sealed class RevokeKeyEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/api/showroom/cabinets/keys/{id:guid}", Revoke)
        .WithSummary("Revokes a device key at once").ToHolders(ShowroomPermissions.ManageDevices);

    private static async Task<NoContent> Revoke(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeKeyCommand(id), cancellationToken);
        return TypedResults.NoContent();
    }
}
