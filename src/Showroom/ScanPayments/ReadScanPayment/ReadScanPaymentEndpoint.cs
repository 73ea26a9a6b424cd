using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using QRCoder;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.ScanPayments.ReadScanPayment;

internal sealed class ReadScanPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/showroom/scan-payments/{id:guid}", async (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new ReadScanPaymentQuery(id), cancellationToken))).WithSummary("How a payment by scan stands").ToHolders(ShowroomPermissions.Sell);
        api.MapGet("/api/showroom/scan-payments/{id:guid}/code.svg", Draw).WithSummary("The code the customer scans").ToHolders(ShowroomPermissions.Sell);
    }

    private static async Task<IResult> Draw(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        var url = (await mediator.Send(new ReadScanPaymentQuery(id), cancellationToken)).PayUrl ?? throw new NotFound("The code");
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        return TypedResults.Text(new SvgQRCode(data).GetGraphic(3, "#000000", "#ffffff", true, SvgQRCode.SizingMode.ViewBoxAttribute), "image/svg+xml");
    }
}
