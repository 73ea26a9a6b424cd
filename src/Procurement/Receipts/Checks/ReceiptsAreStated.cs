using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Statements;

namespace ZhongFu.Procurement.Receipts.Checks;

internal sealed class ReceiptsAreStated(ProcurementDb db) : IInvariant
{
    public string Rule => "Every fen of a signed receipt stands on a statement, and statements hold nothing else but credits";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var stated = await db.StatementLines.AsNoTracking().Where(x => x.Kind != StatementLineKind.Credit).GroupBy(x => x.SubjectId).Select(x => new { x.Key, Sum = x.Sum(l => l.AmountFen) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        var signed = await db.Receipts.AsNoTracking().Where(x => x.State == ReceiptState.Signed).Select(x => new { x.Id, Sum = x.GoodsFen + x.FreightFen }).ToDictionaryAsync(x => x.Id, x => x.Sum, cancellationToken);
        return
        [
            .. signed.Where(x => stated.GetValueOrDefault(x.Key) != x.Value).Select(x => $"Receipt {x.Key}: {x.Value} fen signed, {stated.GetValueOrDefault(x.Key)} on statements"),
            .. stated.Keys.Where(x => !signed.ContainsKey(x)).Select(x => $"A statement has lines of {x}, which is no signed receipt"),
        ];
    }
}
