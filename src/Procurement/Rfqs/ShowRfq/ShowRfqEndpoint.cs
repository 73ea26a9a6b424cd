using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Rfqs.ShowRfq;

internal sealed class ShowRfqEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/procurement/rfqs/{number}", Show)
        .WithSummary("One request for quotes; its quotes after the opening").ToHolders(ProcurementPermissions.Read);

    private static async Task<Ok<RfqFile>> Show(string number, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new ShowRfqQuery(number), cancellationToken));
}
