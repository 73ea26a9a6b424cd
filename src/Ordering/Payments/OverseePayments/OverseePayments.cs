using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Payments.OverseePayments;

/// <summary>What an operator must look at: payments with problems, refunds that do not stand yet; and the payments of one order, to refund from.</summary>
/// <param name="Number">An order's number, or null.</param>
internal sealed record OverseePaymentsQuery(string? Number) : IQuery<PaymentsOverview>;

internal sealed record PaymentsOverview(IReadOnlyList<OverseenPayment> Problems, IReadOnlyList<OverseenPayment> OfOrder, IReadOnlyList<OverseenRefund> Waiting, IReadOnlyList<OverseenRefund> Standing);

internal sealed record OverseenPayment(Guid Id, Guid OrderId, string OrderNumber, string Provider, PaymentState State, long AmountFen, long MovedFen, long RefundedFen, string? Problem, DateTime CreatedAt)
{
    /// <summary>Fen that may still be sent back.</summary>
    public long LeftFen => State == PaymentState.Succeeded ? MovedFen - RefundedFen : 0;
}

internal sealed record OverseenRefund(Guid Id, string OrderNumber, long AmountFen, string Reason, RefundState State, int Attempts, string? Problem, DateTime RequestedAt, DateTime DueAt, DateTime? SucceededAt);

internal sealed class OverseePaymentsHandler(OrderingDb db, RequestContext context) : IRequestHandler<OverseePaymentsQuery, PaymentsOverview>
{
    private const int Most = 50;

    public async Task<PaymentsOverview> Handle(OverseePaymentsQuery query, CancellationToken cancellationToken)
    {
        context.Actor.Demand(OrderingPermissions.Refund, Scope.All);
        var payments = db.Payments.AsNoTracking().OrderByDescending(x => x.CreatedAt);
        var problems = await Lines(payments.Where(x => x.Problem != null)).Take(Most).ToListAsync(cancellationToken);
        var ofOrder = query.Number is { Length: > 0 and <= 20 } number ? await Lines(payments.Where(x => x.OrderNumber == number)).Take(Most).ToListAsync(cancellationToken) : [];
        var refunds = db.Refunds.AsNoTracking();
        var waiting = await Lines(refunds.Where(x => x.State != RefundState.Succeeded).OrderBy(x => x.RequestedAt).Take(Most)).ToListAsync(cancellationToken);
        var standing = await Lines(refunds.Where(x => x.State == RefundState.Succeeded).OrderByDescending(x => x.SucceededAt).Take(Most)).ToListAsync(cancellationToken);
        return new PaymentsOverview(problems, ofOrder, [.. waiting.OrderBy(x => x.RequestedAt)], [.. standing.OrderByDescending(x => x.SucceededAt)]);
    }

    private static IQueryable<OverseenPayment> Lines(IQueryable<Payment> payments) =>
        payments.Select(x => new OverseenPayment(x.Id, x.OrderId, x.OrderNumber, x.Provider, x.State, x.AmountFen, x.MovedFen, x.RefundedFen, x.Problem, x.CreatedAt));

    private IQueryable<OverseenRefund> Lines(IQueryable<Refund> refunds) =>
        from refund in refunds
        join payment in db.Payments.AsNoTracking() on refund.PaymentId equals payment.Id
        select new OverseenRefund(refund.Id, payment.OrderNumber, refund.AmountFen, refund.Reason, refund.State, refund.Attempts, refund.Problem, refund.RequestedAt, refund.DueAt, refund.SucceededAt);
}
