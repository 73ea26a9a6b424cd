using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Payments.PlayPayment;

/// <summary>What the sandbox's page shows of the buyer's attempt.</summary>
internal sealed record SandboxPaymentQuery(Guid PaymentId) : IQuery<SandboxPayment>;

internal sealed record SandboxPayment(string OrderNumber, long AmountFen);

internal sealed class SandboxPaymentHandler(OrderingDb db, RequestContext context) : IRequestHandler<SandboxPaymentQuery, SandboxPayment>
{
    public async Task<SandboxPayment> Handle(SandboxPaymentQuery query, CancellationToken cancellationToken)
    {
        var mine = context.Actor.Key;
        return await db.Payments.AsNoTracking().Where(x => x.Id == query.PaymentId && x.BuyerKey == mine && x.Provider == nameof(CashierKind.Sandbox))
            .Select(x => new SandboxPayment(x.OrderNumber, x.AmountFen)).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The payment");
    }
}
