using MediatR;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Messaging;

namespace ZhongFu.Ordering.Payments.RefundPayment;

internal sealed class RefundWhenAsked(OrderingDb db, IMediator mediator, ILogger<RefundWhenAsked> log) : Reaction<RefundOrder, OrderingDb>(db)
{
    protected override async Task React(RefundOrder message, CancellationToken cancellationToken)
    {
        try { await mediator.Send(new RefundPaymentCommand(message.OrderId, message.AmountFen, message.Reason, message.RefundKey, message.PaymentId), cancellationToken); }
        catch (RuleBroken rule)
        {
            // Sending it again would change nothing: the money is back already or was never taken. Reconcile would show a difference.
            log.LogError("Refund {Key} of order {Order} was refused: {Code}", message.RefundKey, message.OrderId, rule.Code);
        }
    }
}
