using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Operations.ReadAudit;

internal sealed class ReadAuditEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/platform/audit", Read)
        .WithTags("platform").WithSummary("Who changed what, newest first, over all modules").ToHolders(ReadAuditQuery.Permission);

    private static async Task<Ok<AuditPage>> Read(IMediator mediator, CancellationToken cancellationToken, int page = 1) =>
        TypedResults.Ok(await mediator.Send(new ReadAuditQuery(page), cancellationToken));
}
