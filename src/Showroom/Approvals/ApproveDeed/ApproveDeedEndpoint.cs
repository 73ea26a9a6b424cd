using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Approvals.ApproveDeed;

internal sealed class ApproveDeedEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/approvals", Approve)
        .WithSummary("A second person signs a deed at a till with name and code").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Created<ApprovedDeed>> Approve(ApproveDeedCommand command, IMediator mediator, RequestContext context, CancellationToken cancellationToken)
    {
        // A code is never remembered, not even as a hash of the request.
        context.IdempotencyKey = null;
        return TypedResults.Created((string?)null, (await mediator.Send(command, cancellationToken)).OrRefuse());
    }
}
