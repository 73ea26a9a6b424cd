using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Ordering.Payments.StartPayment;

/// <summary>Asks the cashier for the page where the payment is made. Talks to another system, so it is no command: no transaction waits for it.</summary>
internal sealed record OpenCashierRequest(Guid PaymentId) : IRequest<OpenedCashier>;

/// <summary>Where the buyer pays.</summary>
internal sealed record OpenedCashier(Guid Id, string Provider, string CashierUrl);

internal sealed class OpenCashierHandler(OrderingDb db, ICashier cashier, IMediator mediator, ILogger<OpenCashierHandler> log) : IRequestHandler<OpenCashierRequest, OpenedCashier>
{
    public async Task<OpenedCashier> Handle(OpenCashierRequest request, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.PaymentId, cancellationToken) ?? throw new NotFound("The payment");
        if (payment.CashierUrl is { } url) return new OpenedCashier(payment.Id, payment.Provider, url);
        if (payment.State is not (PaymentState.Created or PaymentState.Open)) throw Refused();
        try
        {
            var session = await cashier.Open(payment, cancellationToken);
            await mediator.Send(new AttachSessionCommand(payment.Id, session.Id, session.Url), CancellationToken.None);
            return new OpenedCashier(payment.Id, payment.Provider, session.Url);
        }
        catch (CashierFailed problem)
        {
            log.LogWarning("The cashier did not open payment {Payment}: {Problem}", payment.Id, problem.Message);
            // No answer: the attempt stays written down, and the next press or the reconciliation job gets the same session by the same key.
            if (!problem.IsRefusal) throw new RuleBroken("payment.cashier-away", "The cashier does not answer; nothing was charged. Try again.");
            await mediator.Send(new ClosePaymentCommand(payment.Id, PaymentState.Failed, "cashier-refused"), CancellationToken.None);
            throw Refused();
        }
    }

    private static RuleBroken Refused() => new("payment.cashier-refused", "The cashier refused this attempt; nothing was charged. Start another one.");
}
