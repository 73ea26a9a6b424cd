using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Payments.ShowOutcome;

/// <summary>The buyer comes back from the cashier faster than the news: asks how the open attempts of the order stand. False when there was no answer.</summary>
internal sealed record AskForOutcomeRequest(Guid OrderId) : IRequest<bool>;

internal sealed class AskForOutcomeHandler(OrderingDb db, RequestContext context, ICashier cashier, PaymentCheck check, ILogger<AskForOutcomeHandler> log) : IRequestHandler<AskForOutcomeRequest, bool>
{
    /// <summary>A page must not wait longer; the reconciliation job goes on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public async Task<bool> Handle(AskForOutcomeRequest request, CancellationToken cancellationToken)
    {
        var (mine, provider) = (context.Actor.Key, cashier.Kind.ToString());
        var open = await db.Payments.AsNoTracking().Where(x => x.OrderId == request.OrderId && x.BuyerKey == mine && x.State == PaymentState.Open && x.Provider == provider).ToListAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            foreach (var payment in open) await check.Run(payment, limit.Token);
            return true;
        }
        catch (CashierFailed problem)
        {
            log.LogWarning("The outcome of order {Order} is not known yet: {Problem}", request.OrderId, problem.Message);
            return false;
        }
    }
}
