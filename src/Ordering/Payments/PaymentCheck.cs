using MediatR;

namespace ZhongFu.Ordering.Payments;

/// <summary>Asks the cashier how a payment stands and carries out what it says: events may come late or never.</summary>
internal sealed class PaymentCheck(ICashier cashier, IMediator mediator)
{
    /// <param name="payment">As read without tracking.</param>
    /// <param name="cancellationToken">Ends the questions; what was learned is still written down.</param>
    /// <exception cref="CashierFailed">No answer.</exception>
    public async Task Run(Payment payment, CancellationToken cancellationToken)
    {
        if (payment.SessionId is null && !await Open(payment, cancellationToken)) return;

        // Whoever paid in this very moment is found by the answer: a session is paid or closed, never both.
        var news = payment.State == PaymentState.Superseded ? await cashier.Close(payment, cancellationToken) : await cashier.Ask(payment, cancellationToken);
        switch (news.State)
        {
            case CashierState.Paid:
                var outcome = await mediator.Send(new SettlePaymentCommand(payment.Id, news.Reference, news.AmountFen, news.Currency, IsAnswer: true), CancellationToken.None);
                if (outcome is not ("settled" or "late" or "refunded" or "known")) await mediator.Send(new AskLaterCommand(payment.Id), CancellationToken.None);
                break;
            case CashierState.Expired:
                await mediator.Send(new ClosePaymentCommand(payment.Id, PaymentState.Expired), CancellationToken.None);
                break;
            default:
                await mediator.Send(new AskLaterCommand(payment.Id), CancellationToken.None);
                break;
        }
    }

    /// <summary>The first call's answer was lost: the same key gives the same session. A refusal ends the attempt; nobody ever saw its page.</summary>
    private async Task<bool> Open(Payment payment, CancellationToken cancellationToken)
    {
        try
        {
            var session = await cashier.Open(payment, cancellationToken);
            await mediator.Send(new AttachSessionCommand(payment.Id, session.Id, session.Url), CancellationToken.None);
            payment.Open(session.Id, session.Url);
            return true;
        }
        catch (CashierFailed problem) when (problem.IsRefusal)
        {
            await mediator.Send(new ClosePaymentCommand(payment.Id, PaymentState.Failed, "cashier-refused"), CancellationToken.None);
            return false;
        }
    }
}
