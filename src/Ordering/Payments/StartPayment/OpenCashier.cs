using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Payments.StartPayment;

/// <summary>Asks the cashier for the page where the payment is made. Talks to another system, so it is no command: no transaction waits for it.</summary>
internal sealed record OpenCashierRequest(Guid PaymentId) : IRequest<OpenedCashier>;

/// <summary>Where the buyer pays.</summary>
internal sealed record OpenedCashier(Guid Id, string Provider, string CashierUrl);

internal sealed class OpenCashierHandler(OrderingDb db, ICashier cashier, IMediator mediator) : IRequestHandler<OpenCashierRequest, OpenedCashier>
{
    public async Task<OpenedCashier> Handle(OpenCashierRequest request, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.PaymentId, cancellationToken) ?? throw new NotFound("The payment");
        if (payment.CashierUrl is { } url) return new OpenedCashier(payment.Id, payment.Provider, url);
        try
        {
            var session = await cashier.Open(payment, cancellationToken);
            await mediator.Send(new AttachSessionCommand(payment.Id, session.Id, session.Url), CancellationToken.None);
            return new OpenedCashier(payment.Id, payment.Provider, session.Url);
        }
        catch (CashierFailed)
        {
            // The attempt stays written down: the buyer's next press, or the reconciliation job, gets the same session by the same key.
            throw new RuleBroken("payment.cashier-away", "The cashier does not answer; nothing was charged. Try again.");
        }
    }
}
