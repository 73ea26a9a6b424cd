using System.Text;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Cabinets.ListDevices;

internal sealed class ListDevicesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/showroom/cabinets", List).WithSummary("The self-service cabinets: state, stock, sales, open tasks").ToHolders(ShowroomPermissions.ReadDevices);
        api.MapGet("/ops/devices.csv", Export).WithSummary("The self-service cabinets as CSV, money in yuan").ToHolders(ShowroomPermissions.ReadDevices);
    }

    private static async Task<Ok<DeviceList>> List(IMediator mediator, CancellationToken cancellationToken, string? state = null, string? q = null, int page = 1, int pageSize = 50) =>
        TypedResults.Ok(await mediator.Send(new ListDevicesQuery(state, q, page, pageSize), cancellationToken));

    private static async Task<FileContentHttpResult> Export(IMediator mediator, CancellationToken cancellationToken)
    {
        var devices = await mediator.Send(new ListDevicesQuery(PageSize: 5000), cancellationToken);
        var file = new StringBuilder("code,name,state,last_heard,celsius,fault,on_hand,par,open_tasks,sales,pieces_sold,sold_yuan\r\n");
        foreach (var x in devices.Items)
            file.AppendJoin(',', x.Code, CsvCell.Text(x.Name), x.State, x.LastHeardAt is null ? "" : Format.Moment(x.LastHeardAt), x.Tenths is null ? "" : Celsius.Of(x.Tenths), x.FaultCode, x.OnHand, x.Par,
                x.OpenTasks, x.Sales, x.Sold, Format.Yuan(x.SoldFen)).Append("\r\n");
        return CsvFile.Of(file.ToString(), "devices.csv");
    }
}
