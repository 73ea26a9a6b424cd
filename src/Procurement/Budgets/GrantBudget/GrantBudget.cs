using FluentValidation;
using MediatR;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Budgets.GrantBudget;

/// <summary>Finance raises the unit's budget of a year, or lowers it down to what is used.</summary>
/// <param name="Year">This year, the last or the next.</param>
/// <param name="ChangeFen">Fen; negative lowers.</param>
/// <param name="Reason">The decision behind it.</param>
internal sealed record GrantBudgetCommand(int Year, long ChangeFen, string Reason) : ICommand;

internal sealed class GrantBudgetValidator : AbstractValidator<GrantBudgetCommand>
{
    private const long Most = 100_000_000_00;

    public GrantBudgetValidator(TimeProvider clock)
    {
        RuleFor(x => x.Year).Must(year => Math.Abs(year - clock.Today().Year) <= 1).WithMessage("This year, the last or the next.");
        RuleFor(x => x.ChangeFen).InclusiveBetween(-Most, Most).NotEqual(0);
        RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: <= 200 }).WithMessage("Say why, in at most 200 characters.");
    }
}

internal sealed class GrantBudgetHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<GrantBudgetCommand, Unit>
{
    public async Task<Unit> Handle(GrantBudgetCommand command, CancellationToken cancellationToken)
    {
        var (buyer, actor, now, id) = (request.Actor.Organisation(ProcurementPermissions.Pay), request.Actor, clock.UtcNow(), Guid.CreateVersion7());
        await new BudgetBook(db, actor, now).Grant(buyer, command.Year, command.ChangeFen, new BudgetSubject(id, $"{command.Year}", ""), cancellationToken);
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.budget.grant", buyer, after: new { command.Year, command.ChangeFen, command.Reason }));
        return Unit.Value;
    }
}
