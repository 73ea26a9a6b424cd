using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Modules;
using ZhongFu.Showroom.Ui;

namespace ZhongFu.Showroom.Cabinets.ReceiveBatch;

internal sealed class ReceiveBatchEndpoint : IEndpoint
{
    private const string NumberUsed = "device.batch-number-used";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/cabinets/batches", Receive)
        .WithSummary("Takes in a device's numbered batch of sales, temperatures, doors and faults; the same batch again counts once").ToDevices();

    private static async Task<Results<Ok<BatchReceipt>, ProblemHttpResult>> Receive(CabinetReport report, ClaimsPrincipal device, IMediator mediator, IStringLocalizer<ShowroomRuleText> texts, CancellationToken cancellationToken)
    {
        var receipt = await mediator.Send(new ReceiveBatchCommand(DeviceDoor.CabinetOf(device), DeviceDoor.KeyOf(device), report), cancellationToken);
        return receipt.Refused
            ? TypedResults.Problem(texts[NumberUsed], statusCode: StatusCodes.Status422UnprocessableEntity, extensions: new Dictionary<string, object?> { ["code"] = NumberUsed })
            : TypedResults.Ok(receipt);
    }
}
