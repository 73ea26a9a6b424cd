using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Ledger.ReadStock;

internal sealed class ReadStockEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/stock", Read).ToHolders(ShowroomPermissions.ReadStock);

    private static async Task<Ok<StockPageOf>> Read(IMediator mediator, CancellationToken cancellationToken, Guid? skuId = null, Guid? locationId = null, int page = 1, int pageSize = 500) =>
        TypedResults.Ok(await mediator.Send(new ReadStockQuery(skuId, locationId, page, pageSize), cancellationToken));
}
