using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Stocktakes.Checks;

internal sealed class StocktakesPostTheirDifferences(ShowroomDb db) : IInvariant
{
    public string Rule => "A posted stocktake moved exactly its differences, and no other moved anything";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var adjustment = await db.Locations.Where(x => x.Kind == LocationKind.Adjustment).Select(x => x.Id).FirstOrDefaultAsync(cancellationToken);
        var moved = await db.Movements.AsNoTracking().Where(x => x.Cause == MovementCause.Stocktake).GroupBy(x => new { x.SubjectId, x.SkuId })
            .Select(x => new { x.Key.SubjectId, x.Key.SkuId, Sum = x.Sum(m => m.FromId == adjustment ? m.Quantity : -m.Quantity) }).ToListAsync(cancellationToken);
        var posted = await db.Stocktakes.AsNoTracking().Include(x => x.Lines).Where(x => x.State == StocktakeState.Posted).ToListAsync(cancellationToken);
        var expected = posted.SelectMany(x => x.Lines).GroupBy(x => (x.StocktakeId, x.SkuId)).ToDictionary(x => x.Key, x => x.Sum(l => l.Difference));
        var actual = moved.ToDictionary(x => (x.SubjectId, x.SkuId), x => x.Sum);
        return [.. expected.Keys.Union(actual.Keys).Where(key => expected.GetValueOrDefault(key) != actual.GetValueOrDefault(key))
            .Select(key => $"stocktake {key.Item1}, SKU {key.Item2}: difference {expected.GetValueOrDefault(key)}, moved {actual.GetValueOrDefault(key)}")];
    }
}
