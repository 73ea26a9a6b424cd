using MediatR;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Messaging;

namespace ZhongFu.Ordering.Payments.RequestRefund;

internal sealed class RefundWhenAsked(OrderingDb db, IMediator mediator, ILogger<RefundWhenAsked> log) : Reaction<RefundOrder, OrderingDb>(db)
{
    protected override async Task React(RefundOrder message, CancellationToken cancellationToken)
    {
        if (message.AmountFen <= 0) return;
        try { await mediator.Send(new RefundPaymentCommand(message.OrderId, message.AmountFen, message.Reason, message.RefundKey, message.PaymentId, AtMost: true), cancellationToken); }
        catch (RuleBroken rule)
        {
            // Sending it again would change nothing: all of it is on its way back already. The reconcile command would show a difference.
            log.LogWarning("Refund {Key} of order {Order} was refused: {Code}", message.RefundKey, message.OrderId, rule.Code);
        }
    }
}
