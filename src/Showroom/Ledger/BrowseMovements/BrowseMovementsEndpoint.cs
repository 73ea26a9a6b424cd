using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Platform.Ui;
using ZhongFu.Showroom.Ui;

namespace ZhongFu.Showroom.Ledger.BrowseMovements;

internal sealed class BrowseMovementsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/showroom/stock/movements", Browse).WithSummary("What moved in some days, newest first").ToHolders(ShowroomPermissions.ReadStock);
        api.MapGet("/ops/movements.csv", Export).WithSummary("The same as CSV, at most 20,000 rows").ToHolders(ShowroomPermissions.ReadStock);
    }

    private static async Task<Ok<MovementList>> Browse(IMediator mediator, TimeProvider clock, CancellationToken cancellationToken, string? from = null, string? until = null, string? place = null, string? q = null, string? cause = null, int page = 1)
    {
        var (first, last) = DaySpan.Of(from, until, clock.Today());
        return TypedResults.Ok(await mediator.Send(new BrowseMovementsQuery(first, last, place, q, string.IsNullOrEmpty(cause) ? null : cause, page), cancellationToken));
    }

    private static async Task<FileContentHttpResult> Export(IMediator mediator, TimeProvider clock, CancellationToken cancellationToken, string? from = null, string? until = null, string? place = null, string? q = null, string? cause = null)
    {
        var (first, last) = DaySpan.Of(from, until, clock.Today());
        var all = await mediator.Send(new BrowseMovementsQuery(first, last, place, q, string.IsNullOrEmpty(cause) ? null : cause, 1, 20_000), cancellationToken);
        return CsvFile.Of(all.Csv(), string.Create(CultureInfo.InvariantCulture, $"movements-{first:yyyyMMdd}-{last:yyyyMMdd}.csv"));
    }
}
