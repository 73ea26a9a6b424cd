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

namespace ZhongFu.Showroom.Losses.ReportLosses;

internal sealed class ReportLossesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/showroom/losses", Report).WithSummary("Losses of some days by month, cause and party; without days, of this month").ToHolders(ShowroomPermissions.ReadStock);
        api.MapGet("/ops/losses.csv", Export).WithSummary("The lines of the write-offs of some days as CSV, money in yuan").ToHolders(ShowroomPermissions.ReadStock);
    }

    private static async Task<Ok<LossReport>> Report(IMediator mediator, TimeProvider clock, CancellationToken cancellationToken, string? from = null, string? until = null, string? place = null, string? cause = null, int page = 1)
    {
        var (first, last) = DaySpan.OfMonth(from, until, clock.Today());
        return TypedResults.Ok(await mediator.Send(new ReportLossesQuery(first, last, place, string.IsNullOrEmpty(cause) ? null : cause, page), cancellationToken));
    }

    private static async Task<FileContentHttpResult> Export(string? from, string? until, string? place, string? cause, IMediator mediator, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (first, last) = DaySpan.OfMonth(from, until, clock.Today());
        var report = await mediator.Send(new ReportLossesQuery(first, last, place, string.IsNullOrEmpty(cause) ? null : cause, 1, 5000), cancellationToken);
        return CsvFile.Of(LossFile.Csv(report.Items), string.Create(CultureInfo.InvariantCulture, $"losses-{first:yyyyMMdd}-{last:yyyyMMdd}.csv"));
    }
}
