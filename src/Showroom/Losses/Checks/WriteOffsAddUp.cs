using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Losses.Checks;

internal sealed class WriteOffsAddUp(ShowroomDb db) : IInvariant
{
    public string Rule => "A write-off moved the pieces of its lines where its state says, its value is theirs, and those that wait stand in quarantine";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var losses = await db.WriteOffs.AsNoTracking().Include(x => x.Lines).ToListAsync(cancellationToken);
        var places = await StockPlaces.Load(db, cancellationToken);
        var moves = await db.Movements.AsNoTracking().Where(x => x.Cause == MovementCause.WriteOff).Select(x => new { x.SubjectId, x.FromId, x.ToId, x.Quantity }).ToListAsync(cancellationToken);
        var bySubject = moves.ToLookup(x => x.SubjectId);
        var found = new List<string>();
        foreach (var loss in losses)
        {
            var (pieces, value) = (loss.Lines.Sum(x => x.Quantity), loss.Lines.Sum(x => x.Quantity * x.UnitPriceFen));
            var ended = loss.State switch { WriteOffState.Waiting => places.Quarantine, WriteOffState.Refused => loss.LocationId, _ => loss.Cause.Destination(places) };
            var net = bySubject[loss.Id].Sum(x => (x.ToId == ended ? x.Quantity : 0) - (x.FromId == ended ? x.Quantity : 0));
            var expected = ended == loss.LocationId ? 0 : pieces;
            if (net != expected || value != loss.ValueFen) found.Add($"{loss.Number} ({loss.State}): lines {pieces} pieces and {value} fen, moved {net}, value {loss.ValueFen} fen");
        }
        var known = losses.Select(x => x.Id).ToHashSet();
        found.AddRange(bySubject.Where(x => !known.Contains(x.Key)).Select(x => $"Movements of write-off {x.Key}, which is not known"));
        var standing = await db.BatchBalances.AsNoTracking().Where(x => x.LocationId == places.Quarantine).ToDictionaryAsync(x => (x.SkuId, x.Batch), x => x.OnHand, cancellationToken);
        found.AddRange(losses.Where(x => x.State == WriteOffState.Waiting).SelectMany(x => x.Lines).GroupBy(x => (x.SkuId, x.Batch)).Where(x => standing.GetValueOrDefault(x.Key) < x.Sum(l => l.Quantity))
            .Select(x => $"SKU {x.Key.SkuId}, batch '{x.Key.Batch}': {x.Sum(l => l.Quantity)} wait, {standing.GetValueOrDefault(x.Key)} in quarantine"));
        return found;
    }
}
