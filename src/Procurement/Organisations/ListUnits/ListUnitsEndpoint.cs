using System.Text;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Procurement.Organisations.ListUnits;

internal sealed class ListUnitsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/units", List).WithSummary("Buying units below, by state, place and words").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/ops/units.csv", Export).WithSummary("The same list as CSV").ToHolders(ProcurementPermissions.Read);
    }

    private static async Task<Ok<UnitPageOf>> List(IMediator mediator, CancellationToken cancellationToken, OrganisationState? state = null, string? under = null, string? words = null, int page = 1) =>
        TypedResults.Ok(await mediator.Send(new ListUnitsQuery(state, under, words, page), cancellationToken));

    private static async Task<FileContentHttpResult> Export(IMediator mediator, CancellationToken cancellationToken, string? state = null, string? under = null, string? words = null)
    {
        var units = await mediator.Send(new ListUnitsQuery(UnitFilter.State(state), under, words, 1, 5000), cancellationToken);
        var file = new StringBuilder("code,name,kind,canteen,credit_code,subdistrict,community,state,applied_at\r\n");
        foreach (var x in units.Items) file.AppendJoin(',', x.Code, CsvCell.Text(x.Name), x.Kind, x.CanteenMode, x.CreditCode, CsvCell.Text(x.Subdistrict), CsvCell.Text(x.Community), x.State, Format.Moment(x.AppliedAt)).Append("\r\n");
        return TypedResults.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(file.ToString())).ToArray(), "text/csv; charset=utf-8", "units.csv");
    }
}
