using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.ReadMembers;

internal sealed class ReadMembersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/procurement/members", Answer)
        .WithSummary("People of the organisation and their deputies").ToHolders(ProcurementPermissions.Manage);

    private static async Task<Ok<MemberSheet>> Answer(IMediator mediator, CancellationToken cancellationToken)
    {
        return TypedResults.Ok(await mediator.Send(new ReadMembersQuery(), cancellationToken));
    }
}
