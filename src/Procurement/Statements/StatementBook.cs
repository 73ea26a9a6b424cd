using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Statements;

/// <summary>Writes what is owed into the month's statement, within the transaction that makes it owed.</summary>
internal sealed class StatementBook(ProcurementDb db, PaymentTerms terms)
{
    /// <summary>Enters the accepted lines of a receipt into the statement of the month of acceptance.</summary>
    public async Task Enter(Guid buyerId, Guid supplierId, Guid receiptId, string paper, Guid orderId, int budgetYear, IReadOnlyList<OwedLine> owed, DateTime now, CancellationToken cancellationToken)
    {
        if (owed.Count == 0) return;
        var day = BusinessTime.DayOf(now);
        var statement = await Of(buyerId, supplierId, day, now, cancellationToken);
        var kind = await db.Organisations.Where(x => x.Id == buyerId).Select(x => x.Kind).SingleAsync(cancellationToken);
        var dueOn = day.AddDays(terms.For(kind.IsPublic(), day).Days);
        db.AddRange(owed.Select(x => new StatementLine(statement.Id, x.Line == 0 ? StatementLineKind.Freight : StatementLineKind.Goods, receiptId, x.Line, paper, x.Name, x.AmountFen, day, dueOn, orderId, budgetYear)));
        await Raise(statement.Id, owed.Sum(x => x.AmountFen), cancellationToken);
    }

    /// <summary>Adds to the sum of a statement.</summary>
    public Task Raise(Guid statementId, long amountFen, CancellationToken cancellationToken) =>
        db.Statements.Where(x => x.Id == statementId).ExecuteUpdateAsync(x => x.SetProperty(s => s.TotalFen, s => s.TotalFen + amountFen), cancellationToken);

    private async Task<Statement> Of(Guid buyerId, Guid supplierId, DateOnly day, DateTime now, CancellationToken cancellationToken)
    {
        var month = day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        if (await db.Statements.AsNoTracking().FirstOrDefaultAsync(x => x.BuyerId == buyerId && x.SupplierId == supplierId && x.Month == month, cancellationToken) is { } known) return known;
        var statement = new Statement(await PaperSerial.Next(db, "DZ", now, cancellationToken), buyerId, supplierId, month);
        db.Add(statement);
        await db.SaveChangesAsync(cancellationToken); // two at once: one fails on the key, its command runs again and finds it
        return statement;
    }
}

/// <summary>An amount that became owed.</summary>
/// <param name="Line">Number of the order's line; 0 for freight.</param>
/// <param name="Name">What it is for; empty for freight.</param>
/// <param name="AmountFen">Fen.</param>
internal sealed record OwedLine(int Line, string Name, long AmountFen);

/// <summary>Finds statements for the two sides; another's does not exist.</summary>
internal static class StatementShelf
{
    /// <summary>A statement of the unit whose hat is on.</summary>
    /// <exception cref="NotFound">Not there, or another unit's.</exception>
    public static async Task<Statement> StatementOfBuyer(this ProcurementDb db, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var buyer = actor.Organisation(ProcurementPermissions.Pay);
        return await db.Statements.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id && x.BuyerId == buyer, cancellationToken) ?? throw new NotFound("The statement");
    }

    /// <summary>A statement of the cooperative whose hat is on.</summary>
    /// <exception cref="NotFound">Not there, or another's.</exception>
    public static async Task<Statement> StatementOfSupplier(this ProcurementDb db, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var supplier = actor.Organisation(ProcurementPermissions.Supply);
        return await db.Statements.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id && x.SupplierId == supplier, cancellationToken) ?? throw new NotFound("The statement");
    }
}
