using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Approvals.ChoosePin;

internal sealed class ChoosePinEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/pin", Choose)
        .WithSummary("Chooses one's own code for signing at tills").ToHolders(ShowroomPermissions.Sell);

    private static async Task<NoContent> Choose(ChoosePinCommand command, IMediator mediator, RequestContext context, CancellationToken cancellationToken)
    {
        context.IdempotencyKey = null;
        await mediator.Send(command, cancellationToken);
        return TypedResults.NoContent();
    }
}
