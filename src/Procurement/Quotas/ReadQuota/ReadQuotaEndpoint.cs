using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Quotas.ReadQuota;

internal sealed class ReadQuotaEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/procurement/quota", Read)
        .WithSummary("The reserved share of the units one may see, and why each line counts").ToHolders(ProcurementPermissions.Read);

    private static async Task<Ok<QuotaSheet>> Read(IMediator mediator, CancellationToken cancellationToken, int? year = null, Guid? unitId = null, int page = 1) =>
        TypedResults.Ok(await mediator.Send(new ReadQuotaQuery(year, unitId, page), cancellationToken));
}
