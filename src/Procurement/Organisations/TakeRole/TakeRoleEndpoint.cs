using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.TakeRole;

internal sealed class TakeRoleEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/api/procurement/members/{accountId:guid}/roles/{role}", Answer)
        .WithSummary("Take a role back").ToHolders(ProcurementPermissions.Manage);

    private static async Task<NoContent> Answer(Guid accountId, MemberRole role, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new TakeRoleCommand(accountId, role), cancellationToken);
        return TypedResults.NoContent();
    }
}
