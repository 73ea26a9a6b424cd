using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Statements.JudgeLines;

/// <summary>Finance agrees lines of a statement or disputes them; what is agreed is payable at once.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="LineIds">Which lines; empty: all that are open.</param>
/// <param name="Agree">False: disputed, with a reason.</param>
/// <param name="Reason">Needed to dispute.</param>
internal sealed record JudgeLinesCommand(Guid StatementId, IReadOnlyList<Guid> LineIds, bool Agree, string? Reason = null) : ICommand<JudgedLines>;

/// <summary>How many lines changed, and their sum.</summary>
internal sealed record JudgedLines(int Lines, long AmountFen);

internal sealed class JudgeLinesValidator : AbstractValidator<JudgeLinesCommand>
{
    public JudgeLinesValidator()
    {
        RuleFor(x => x.LineIds).NotNull().Must(x => x is null or { Count: <= 1000 }).WithMessage("At most 1,000 lines.");
        RuleFor(x => x.LineIds).NotEmpty().When(x => !x.Agree).WithMessage("Say which lines.");
        RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: <= 200 }).When(x => !x.Agree).WithMessage("Say why, in at most 200 characters.");
    }
}

internal sealed class JudgeLinesHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<JudgeLinesCommand, JudgedLines>
{
    public async Task<JudgedLines> Handle(JudgeLinesCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (request.Actor, clock.UtcNow());
        var statement = await db.StatementOfBuyer(actor, command.StatementId, cancellationToken);
        var ids = command.LineIds.Distinct().ToList();
        // A dispute can end in agreement; what is agreed is agreed, and is corrected by a credit note only.
        var found = await db.StatementLines.AsNoTracking()
            .Where(x => x.StatementId == statement.Id && (ids.Count == 0 ? x.Standing == LineStanding.Open : ids.Contains(x.Id)) && (x.Standing == LineStanding.Open || (command.Agree && x.Standing == LineStanding.Disputed)))
            .Select(x => new { x.Id, x.AmountFen, x.Standing }).ToListAsync(cancellationToken);
        if (found.Count < ids.Count) throw new RuleBroken("statement.line-decided", "A line is decided already, or is not on this statement.");
        if (found.Count == 0) return new JudgedLines(0, 0);

        var (wanted, to, reason) = (found.Select(x => x.Id).ToList(), command.Agree ? LineStanding.Agreed : LineStanding.Disputed, command.Agree ? null : PlainText.Clean(command.Reason));
        var changed = await db.StatementLines.Where(x => wanted.Contains(x.Id) && (x.Standing == LineStanding.Open || (command.Agree && x.Standing == LineStanding.Disputed)))
            .ExecuteUpdateAsync(x => x.SetProperty(l => l.Standing, to).SetProperty(l => l.Reason, l => reason ?? l.Reason).SetProperty(l => l.DecidedBy, actor.Name).SetProperty(l => l.DecidedAt, now), cancellationToken);
        if (changed != wanted.Count) throw new RuleBroken("statement.line-decided", "Somebody else decided a line at the same time.");
        var (sum, wasDisputed) = (found.Sum(x => x.AmountFen), found.Where(x => x.Standing == LineStanding.Disputed).Sum(x => x.AmountFen));
        var (agreed, disputed) = command.Agree ? (sum, -wasDisputed) : (0, sum);
        await db.Statements.Where(x => x.Id == statement.Id).ExecuteUpdateAsync(x => x.SetProperty(s => s.AgreedFen, s => s.AgreedFen + agreed).SetProperty(s => s.DisputedFen, s => s.DisputedFen + disputed), cancellationToken);
        return new JudgedLines(changed, sum);
    }
}
