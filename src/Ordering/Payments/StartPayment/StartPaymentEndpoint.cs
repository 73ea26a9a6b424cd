using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Ordering.Payments.StartPayment;

internal sealed class StartPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/ordering/orders/{id:guid}/payments", Handle).ToHolders(OrderingPermissions.Buy).RequireIdempotencyKey().WithSummary("Start paying an order");

    private static async Task<Created<OpenedCashier>> Handle(Guid id, HttpRequest request, IMediator mediator, CancellationToken cancellationToken)
    {
        var paymentId = await mediator.Send(new StartPaymentCommand(id, $"{request.Scheme}://{request.Host}"), cancellationToken);
        var opened = await mediator.Send(new OpenCashierRequest(paymentId), cancellationToken);
        return TypedResults.Created($"/api/ordering/payments/{opened.Id}", opened);
    }
}
