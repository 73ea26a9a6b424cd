using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Payments.PlayPayment;

/// <summary>Plays that the buyer paid, or that the cashier refused; only where the sandbox is the cashier, and only by who started it, or at a counter by who scanned its code.
/// Settles as Stripe's news would, so it is no command of its own.</summary>
internal sealed record PlayPaymentRequest(Guid PaymentId, bool Succeeds) : IRequest<string>;

internal sealed class PlayPaymentHandler(OrderingDb db, ICashier cashier, RequestContext context, IMediator mediator) : IRequestHandler<PlayPaymentRequest, string>
{
    public async Task<string> Handle(PlayPaymentRequest request, CancellationToken cancellationToken)
    {
        if (cashier.Kind != CashierKind.Sandbox) throw new NotFound("The sandbox cashier");
        var mine = context.Actor.Key;
        var payment = await db.Payments.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.PaymentId && x.Provider == nameof(CashierKind.Sandbox) && (x.IsAtCounter || x.BuyerKey == mine), cancellationToken)
            ?? throw new NotFound("The payment");
        if (request.Succeeds) return await mediator.Send(new SettlePaymentCommand(payment.Id, $"sandbox-{payment.Id}", payment.AmountFen, payment.Currency), CancellationToken.None);
        await mediator.Send(new ClosePaymentCommand(payment.Id, PaymentState.Failed), CancellationToken.None);
        return "failed";
    }
}
