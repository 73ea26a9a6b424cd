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

namespace ZhongFu.Showroom.Shifts.ListShifts;

internal sealed class ListShiftsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/ops/shifts.csv", Export)
        .WithSummary("The shift reports of some days as CSV, money in yuan").ToHolders(ShowroomPermissions.ReadShifts);

    private static async Task<FileContentHttpResult> Export(string? from, string? until, IMediator mediator, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (first, last) = DaySpan.Of(from, until, clock.Today());
        var reports = await mediator.Send(new ListShiftsQuery(first, last, 1, 5000), cancellationToken);
        return CsvFile.Of(ShiftDays.Csv(reports.Items), string.Create(CultureInfo.InvariantCulture, $"shifts-{first:yyyyMMdd}-{last:yyyyMMdd}.csv"));
    }
}
