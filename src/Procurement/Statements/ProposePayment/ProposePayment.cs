using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Statements.ProposePayment;

/// <summary>Finance enters money that went to the cooperative; it counts once a second person has confirmed it. Only what is agreed can be paid.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="AmountFen">Fen.</param>
/// <param name="Reference">The bank's reference.</param>
/// <param name="PaidOn">China date.</param>
internal sealed record ProposePaymentCommand(Guid StatementId, long AmountFen, string Reference, DateOnly PaidOn) : ICommand<ProposedPayment>;

/// <summary>The payment as it waits for the second person.</summary>
internal sealed record ProposedPayment(Guid Id, long AmountFen);

internal sealed class ProposePaymentValidator : AbstractValidator<ProposePaymentCommand>
{
    public ProposePaymentValidator(TimeProvider clock)
    {
        RuleFor(x => x.AmountFen).GreaterThan(0);
        RuleFor(x => x.Reference).NotEmpty().MaximumLength(64).Matches("^[A-Za-z0-9-]+$").WithMessage("Letters, digits and hyphens.");
        RuleFor(x => x.PaidOn).Must(day => day <= clock.Today() && day > clock.Today().AddYears(-1)).WithMessage("Not in the future.");
    }
}

internal sealed class ProposePaymentHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<ProposePaymentCommand, ProposedPayment>
{
    public async Task<ProposedPayment> Handle(ProposePaymentCommand command, CancellationToken cancellationToken)
    {
        var actor = request.Actor;
        var statement = await db.StatementOfBuyer(actor, command.StatementId, cancellationToken);
        if (await db.StatementPayments.AnyAsync(x => x.Reference == command.Reference, cancellationToken)) throw new RuleBroken("payment.known", "A payment with this reference has been entered.");
        var proposed = await db.Statements.Where(x => x.Id == statement.Id && x.AgreedFen - x.PaidFen - x.ProposedFen >= command.AmountFen)
            .ExecuteUpdateAsync(x => x.SetProperty(s => s.ProposedFen, s => s.ProposedFen + command.AmountFen), cancellationToken);
        if (proposed == 0) throw new RuleBroken("payment.too-large", "Only what is agreed and not paid yet can be paid.", new { payableFen = statement.PayableFen });
        var payment = new StatementPayment(statement.Id, command.AmountFen, command.Reference, command.PaidOn, actor.UserId!.Value, actor.Name, clock.UtcNow());
        db.Add(payment);
        return new ProposedPayment(payment.Id, payment.AmountFen);
    }
}
