using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Rfqs.ShowInvitation;

internal sealed class ShowInvitationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/procurement/supply/rfqs/{number}", Show)
        .WithSummary("One request the cooperative was invited to, with its receipts").ToHolders(ProcurementPermissions.Supply);

    private static async Task<Ok<InvitationFile>> Show(string number, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new ShowInvitationQuery(number), cancellationToken));
}
