using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.ScanPayments.StartScanPayment;

internal sealed class StartScanPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/scan-payments", Start)
        .WithSummary("Asks to be paid by scan; the code comes by the stream").ToHolders(ShowroomPermissions.Sell).RequireIdempotencyKey();

    private static async Task<Created<ScanPaymentNews>> Start(WantedScanPayment body, HttpRequest request, IMediator mediator, CancellationToken cancellationToken)
    {
        var news = await mediator.Send(new StartScanPaymentCommand(body.DeviceId, body.AmountFen, $"{request.Scheme}://{request.Host}"), cancellationToken);
        return TypedResults.Created($"/api/showroom/scan-payments/{news.Id}", news);
    }

    private sealed record WantedScanPayment(string DeviceId, long AmountFen);
}
