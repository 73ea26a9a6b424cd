using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Ordering.Payments.RequestRefund;

internal sealed class RequestRefundEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/ordering/orders/{id:guid}/refunds", Handle).ToHolders(OrderingPermissions.Refund).RequireIdempotencyKey().WithSummary("Send money back to the buyer");

    private static async Task<Created<RefundStarted>> Handle(Guid id, RefundWish wish, RequestContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        context.Actor.Demand(OrderingPermissions.Refund, Scope.All);
        var refund = await mediator.Send(new RefundPaymentCommand(id, wish.AmountFen, wish.Reason, RefundKeys.Of(context), null), cancellationToken);
        return TypedResults.Created($"/api/ordering/refunds/{refund}", new RefundStarted(refund));
    }
}

/// <summary>Body of a refund by an operator.</summary>
internal sealed record RefundWish(long AmountFen, string Reason);

/// <summary>The refund that was promised.</summary>
internal sealed record RefundStarted(Guid Id);
