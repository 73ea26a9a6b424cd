using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Statements.EnterInvoice;

/// <summary>The cooperative enters the invoice it has issued for a statement; never more than what is agreed.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="Number">Twenty digits of the 数电票.</param>
/// <param name="AmountFen">Fen, tax included.</param>
/// <param name="IssuedOn">China date; not in the future.</param>
internal sealed record EnterInvoiceCommand(Guid StatementId, string Number, long AmountFen, DateOnly IssuedOn) : ICommand;

internal sealed class EnterInvoiceValidator : AbstractValidator<EnterInvoiceCommand>
{
    public EnterInvoiceValidator(TimeProvider clock)
    {
        RuleFor(x => x.Number).NotEmpty().Matches("^[0-9]{20}$").WithMessage("Twenty digits.");
        RuleFor(x => x.AmountFen).GreaterThan(0);
        RuleFor(x => x.IssuedOn).Must(day => day <= clock.Today() && day > clock.Today().AddYears(-2)).WithMessage("Not in the future.");
    }
}

internal sealed class EnterInvoiceHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<EnterInvoiceCommand, Unit>
{
    public async Task<Unit> Handle(EnterInvoiceCommand command, CancellationToken cancellationToken)
    {
        var statement = await db.StatementOfSupplier(request.Actor, command.StatementId, cancellationToken);
        if (await db.Invoices.AnyAsync(x => x.Number == command.Number, cancellationToken)) throw new RuleBroken("invoice.known", "This invoice has been entered.");
        var entered = await db.Statements.Where(x => x.Id == statement.Id && x.InvoicedFen + command.AmountFen <= x.AgreedFen).ExecuteUpdateAsync(x => x.SetProperty(s => s.InvoicedFen, s => s.InvoicedFen + command.AmountFen), cancellationToken);
        if (entered == 0) throw new RuleBroken("invoice.too-large", "More than what is agreed.", new { openFen = statement.AgreedFen - statement.InvoicedFen });
        db.Add(new Invoice(command.Number, statement.Id, command.AmountFen, command.IssuedOn, request.Actor.Name, clock.UtcNow()));
        return Unit.Value;
    }
}
