using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.OverseePayments;

/// <summary>An operator has dealt with what was wrong with a payment.</summary>
internal sealed record ResolveProblemCommand(Guid PaymentId) : ICommand;

internal sealed class ResolveProblemHandler(OrderingDb db, RequestContext context, TimeProvider clock) : AsyncRequestHandler<ResolveProblemCommand>
{
    protected override async Task Handle(ResolveProblemCommand command, CancellationToken cancellationToken)
    {
        context.Actor.Demand(OrderingPermissions.Refund, Scope.All);
        var payment = await db.Payments.FirstOrDefaultAsync(x => x.Id == command.PaymentId, cancellationToken) ?? throw new NotFound("The payment");
        var problem = payment.Problem;
        payment.Unflag();
        db.Audit.Add(AuditEntry.Of(context.Actor, clock.UtcNow(), "ordering.payment-problem-resolved", payment.Id, before: new { problem }));
    }
}
