using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Rfqs.WriteRfq;

internal sealed class WriteRfqEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/rfqs", Write)
        .WithSummary("Write a request for quotes (a draft)").ToHolders(ProcurementPermissions.Request).RequireIdempotencyKey();

    private static async Task<Created<WrittenRfq>> Write(WriteRfqCommand body, IMediator mediator, CancellationToken cancellationToken)
    {
        var written = await mediator.Send(body, cancellationToken);
        return TypedResults.Created($"/api/procurement/rfqs/{written.Number}", written);
    }
}
