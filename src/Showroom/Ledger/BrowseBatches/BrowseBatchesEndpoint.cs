using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Ledger.BrowseBatches;

internal sealed class BrowseBatchesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/showroom/stock/batches", Browse).WithSummary("What stands where, by batch").ToHolders(ShowroomPermissions.ReadStock);
        api.MapGet("/ops/stock.csv", Export).WithSummary("The same as CSV, at most 20,000 rows").ToHolders(ShowroomPermissions.ReadStock);
    }

    private static async Task<Ok<BatchesThatStand>> Browse(IMediator mediator, CancellationToken cancellationToken, string? place = null, string? q = null, string? only = null, int page = 1) =>
        TypedResults.Ok(await mediator.Send(new BrowseBatchesQuery(place, q, string.IsNullOrEmpty(only) ? null : only, page), cancellationToken));

    private static async Task<FileContentHttpResult> Export(IMediator mediator, CancellationToken cancellationToken, string? place = null, string? q = null, string? only = null)
    {
        var all = await mediator.Send(new BrowseBatchesQuery(place, q, string.IsNullOrEmpty(only) ? null : only, 1, 20_000), cancellationToken);
        return CsvFile.Of(all.Csv(), "stock.csv");
    }
}
