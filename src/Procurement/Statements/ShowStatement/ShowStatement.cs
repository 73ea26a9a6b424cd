using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Statements.ShowStatement;

/// <summary>One statement with its lines, invoices and payments, and the clock of the law.</summary>
/// <param name="Number">Its number.</param>
/// <param name="AsSupplier">Asked by the cooperative.</param>
internal sealed record ShowStatementQuery(string Number, bool AsSupplier = false) : IQuery<StatementFile>;

/// <summary>The statement. Amounts in fen.</summary>
/// <param name="InterestFen">What the law adds today for lines that are overdue (<see cref="PaymentTerms"/>); a preview, nothing is booked.</param>
/// <param name="TermsSource">Where the term of payment is written.</param>
internal sealed record StatementFile(
    Guid Id, string Number, string Month, string Buyer, string BuyerCode, string Supplier, string SupplierCode, long TotalFen, long AgreedFen, long DisputedFen, long ProposedFen, long PaidFen, long PayableFen, long InvoicedFen,
    long InterestFen, int TermDays, string TermsSource, IReadOnlyList<StatementLineFile> Lines, IReadOnlyList<InvoiceFile> Invoices, IReadOnlyList<PaymentFile> Payments);

/// <summary>A line.</summary>
internal sealed record StatementLineFile(Guid Id, string Kind, string Paper, string Name, long AmountFen, DateOnly AcceptedOn, DateOnly DueOn, string Standing, string? Reason, string? Answer, long PaidFen, long InterestFen);

/// <summary>An invoice.</summary>
internal sealed record InvoiceFile(string Number, long AmountFen, DateOnly IssuedOn);

/// <summary>A payment.</summary>
internal sealed record PaymentFile(Guid Id, long AmountFen, string Reference, DateOnly PaidOn, string State, Guid ProposedBy, string ProposedByName, string? DecidedByName);

internal sealed class ShowStatementValidator : AbstractValidator<ShowStatementQuery>
{
    public ShowStatementValidator() => RuleFor(x => x.Number).NotEmpty().MaximumLength(30);
}

internal sealed class ShowStatementHandler(ProcurementDb db, PaymentTerms terms, RequestContext request, TimeProvider clock) : IRequestHandler<ShowStatementQuery, StatementFile>
{
    public async Task<StatementFile> Handle(ShowStatementQuery query, CancellationToken cancellationToken)
    {
        var x = await Visible(query).FirstOrDefaultAsync(x => x.Number == query.Number, cancellationToken) ?? throw new NotFound("The statement");
        var sides = await db.Organisations.AsNoTracking().Where(o => o.Id == x.BuyerId || o.Id == x.SupplierId).ToDictionaryAsync(o => o.Id, cancellationToken);
        var term = terms.For(sides[x.BuyerId].Kind.IsPublic(), clock.Today());
        var lines = await Lines(x.Id, term, cancellationToken);
        var invoices = await db.Invoices.AsNoTracking().Where(i => i.StatementId == x.Id).OrderBy(i => i.IssuedOn).ThenBy(i => i.Number).Select(i => new InvoiceFile(i.Number, i.AmountFen, i.IssuedOn)).ToListAsync(cancellationToken);
        var payments = await db.StatementPayments.AsNoTracking().Where(p => p.StatementId == x.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return new StatementFile(x.Id, x.Number, x.Month, sides[x.BuyerId].Name, sides[x.BuyerId].CreditCode, sides[x.SupplierId].Name, sides[x.SupplierId].CreditCode, x.TotalFen, x.AgreedFen, x.DisputedFen, x.ProposedFen, x.PaidFen,
            x.PayableFen, x.InvoicedFen, lines.Sum(line => line.InterestFen), term.Days, term.Source, lines, invoices,
            [.. payments.Select(p => new PaymentFile(p.Id, p.AmountFen, p.Reference, p.PaidOn, p.State.ToString(), p.ProposedBy, p.ProposedByName, p.DecidedByName))]);
    }

    private async Task<IReadOnlyList<StatementLineFile>> Lines(Guid statementId, PaymentTerms.Term term, CancellationToken cancellationToken)
    {
        var (today, rows) = (clock.Today(), await db.StatementLines.AsNoTracking().Where(x => x.StatementId == statementId).OrderBy(x => x.AcceptedOn).ThenBy(x => x.Paper).ThenBy(x => x.Line).ThenBy(x => x.Id).ToListAsync(cancellationToken));
        var credits = rows.Where(x => x.Kind == StatementLineKind.Credit).ToDictionary(x => x.SubjectId, x => x.AmountFen);
        return [.. rows.Select(x => new StatementLineFile(x.Id, x.Kind.ToString(), x.Paper, x.Name, x.AmountFen, x.AcceptedOn, x.DueOn, x.Standing.ToString(), x.Reason, x.Answer, x.PaidFen,
            x.Kind == StatementLineKind.Credit || x.Standing == LineStanding.Disputed ? 0 : term.InterestFen(x.AmountFen + credits.GetValueOrDefault(x.Id) - x.PaidFen, x.DueOn, today)))];
    }

    private IQueryable<Statement> Visible(ShowStatementQuery query)
    {
        if (query.AsSupplier)
        {
            var supplier = request.Actor.Organisation(ProcurementPermissions.Supply);
            return db.Statements.AsNoTracking().Where(x => x.SupplierId == supplier);
        }
        var within = db.Within(request.Actor, ProcurementPermissions.Read);
        return db.Statements.AsNoTracking().Where(x => within.Contains(x.BuyerId));
    }
}
