using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Contracts;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Statements.AnswerDispute;

/// <summary>The cooperative answers a disputed line: it gives way by a credit note over part or all of the line, which settles the dispute, or it says why it insists.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="LineId">The disputed line.</param>
/// <param name="CreditFen">Fen; 0 insists.</param>
/// <param name="Answer">What it says.</param>
internal sealed record AnswerDisputeCommand(Guid StatementId, Guid LineId, long CreditFen, string Answer) : ICommand;

internal sealed class AnswerDisputeValidator : AbstractValidator<AnswerDisputeCommand>
{
    public AnswerDisputeValidator()
    {
        RuleFor(x => x.CreditFen).GreaterThanOrEqualTo(0);
        RuleFor(x => x.Answer).Must(x => PlainText.Clean(x) is { Length: <= 200 }).WithMessage("Say something, in at most 200 characters.");
    }
}

internal sealed class AnswerDisputeHandler(ProcurementDb db, StatementBook book, RequestContext request, TimeProvider clock) : IRequestHandler<AnswerDisputeCommand, Unit>
{
    public async Task<Unit> Handle(AnswerDisputeCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (request.Actor, clock.UtcNow());
        var statement = await db.StatementOfSupplier(actor, command.StatementId, cancellationToken);
        var line = await db.StatementLines.AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.LineId && x.StatementId == statement.Id, cancellationToken) ?? throw new NotFound("The line");
        if (line.Standing != LineStanding.Disputed) throw new RuleBroken("statement.not-disputed", "The line is not disputed.");
        if (command.CreditFen > line.AmountFen) throw new RuleBroken("statement.credit-too-large", "A credit note gives back at most what the line says.", new { line.AmountFen });

        var (answer, standing) = (PlainText.Clean(command.Answer), command.CreditFen == 0 ? LineStanding.Disputed : LineStanding.Agreed);
        var changed = await db.StatementLines.Where(x => x.Id == line.Id && x.Standing == LineStanding.Disputed).ExecuteUpdateAsync(x => x.SetProperty(l => l.Answer, answer).SetProperty(l => l.Standing, standing), cancellationToken);
        if (changed == 0) throw new RuleBroken("statement.not-disputed", "The line is not disputed.");
        if (command.CreditFen == 0) return Unit.Value;

        // The line stands as it was written and the credit beside it: together they are what is owed.
        var credit = new StatementLine(statement.Id, StatementLineKind.Credit, line.Id, line.Line, line.Paper, line.Name, -command.CreditFen, line.AcceptedOn, line.DueOn, line.OrderId, line.BudgetYear);
        db.Add(credit);
        db.Send(new PurchaseCredited(line.OrderId, line.Line, command.CreditFen, now));
        db.Entry(credit).Property(x => x.Standing).CurrentValue = LineStanding.Agreed;
        await book.Raise(statement.Id, credit.AmountFen, cancellationToken);
        var agreed = line.AmountFen - command.CreditFen;
        await db.Statements.Where(x => x.Id == statement.Id).ExecuteUpdateAsync(x => x.SetProperty(s => s.AgreedFen, s => s.AgreedFen + agreed).SetProperty(s => s.DisputedFen, s => s.DisputedFen - line.AmountFen), cancellationToken);
        await new BudgetBook(db, actor, now).Credit(statement.BuyerId, line.BudgetYear, command.CreditFen, new BudgetSubject(credit.Id, statement.Number, ""), cancellationToken);
        return Unit.Value;
    }
}
