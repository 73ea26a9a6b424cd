using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Contracts;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Statements.ConfirmPayment;

/// <summary>A second person has found a payment on the bank's paper, or has not.</summary>
internal sealed record ConfirmPaymentCommand(Guid PaymentId, bool Confirm) : ICommand;

internal sealed class ConfirmPaymentHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<ConfirmPaymentCommand, Unit>
{
    public async Task<Unit> Handle(ConfirmPaymentCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (request.Actor, clock.UtcNow());
        var payment = await db.StatementPayments.AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.PaymentId, cancellationToken) ?? throw new NotFound("The payment");
        var statement = await db.StatementOfBuyer(actor, payment.StatementId, cancellationToken);
        await Duties.MustDiffer(db, statement.BuyerId, actor.UserId!.Value, payment.ProposedBy, clock.Today(), cancellationToken);
        var (to, paid) = command.Confirm ? (PaymentState.Confirmed, payment.AmountFen) : (PaymentState.Refused, 0L);
        var decided = await db.StatementPayments.Where(x => x.Id == payment.Id && x.State == PaymentState.Proposed)
            .ExecuteUpdateAsync(x => x.SetProperty(p => p.State, to).SetProperty(p => p.DecidedByName, actor.Name).SetProperty(p => p.DecidedAt, now), cancellationToken);
        if (decided == 0) throw new RuleBroken("payment.decided", "The payment is decided.");
        await db.Statements.Where(x => x.Id == statement.Id).ExecuteUpdateAsync(x => x.SetProperty(s => s.ProposedFen, s => s.ProposedFen - payment.AmountFen).SetProperty(s => s.PaidFen, s => s.PaidFen + paid), cancellationToken);
        if (command.Confirm)
        {
            var lines = await Spread(statement.Id, payment.AmountFen, cancellationToken);
            db.Send(new StatementPaid(payment.Id, statement.Id, statement.BuyerId, statement.SupplierId, statement.Month, payment.AmountFen, lines, payment.PaidOn, now));
        }
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.payment.confirm", payment.Id, after: new { statement.Number, command.Confirm, payment.AmountFen }));
        return Unit.Value;
    }

    /// <summary>Over the agreed lines, the oldest claim first. Credits lessen the line they belong to before money does.</summary>
    /// <returns>What it paid of goods.</returns>
    private async Task<IReadOnlyList<PaidLine>> Spread(Guid statementId, long amountFen, CancellationToken cancellationToken)
    {
        var lines = await db.StatementLines.Where(x => x.StatementId == statementId && x.Standing == LineStanding.Agreed).OrderBy(x => x.DueOn).ThenBy(x => x.Id).ToListAsync(cancellationToken);
        var credits = lines.Where(x => x.Kind == StatementLineKind.Credit).ToDictionary(x => x.SubjectId, x => x.AmountFen);
        var goods = new List<PaidLine>();
        foreach (var line in lines.Where(x => x.Kind != StatementLineKind.Credit))
        {
            var part = Math.Min(amountFen, line.AmountFen + credits.GetValueOrDefault(line.Id) - line.PaidFen);
            if (part <= 0) continue;
            db.Entry(line).Property(x => x.PaidFen).CurrentValue = line.PaidFen + part;
            amountFen -= part;
            if (line.Kind == StatementLineKind.Goods) goods.Add(new PaidLine(line.OrderId, line.Line, part));
        }
        if (amountFen != 0) throw new InvalidOperationException($"{amountFen} fen of a payment found no line of statement {statementId}.");
        return goods;
    }
}
