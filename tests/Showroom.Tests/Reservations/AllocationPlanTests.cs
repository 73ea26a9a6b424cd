using CsCheck;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Reservations;

namespace ZhongFu.Showroom.Tests.Reservations;

public sealed class AllocationPlanTests
{
    private static readonly Guid[] Skus = [.. Enumerable.Range(1, 3).Select(i => new Guid(i, 0, 0, new byte[8]))];
    private static readonly Guid[] Places = [.. Enumerable.Range(1, 3).Select(i => new Guid(0, (short)i, 0, new byte[8]))];

    [Fact]
    public void A_plan_has_every_piece_and_takes_no_more_than_is_free_or_names_what_is_missing() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Long[1, 20]).List[1, 6], Gen.Long[-5, 20].Array[9]).Sample((lines, free) =>
        {
            long Free(Guid sku, Guid place) => free[(Array.IndexOf(Skus, sku) * 3) + Array.IndexOf(Places, place)];
            var wanted = AllocationPlan.AddUp(lines.Select(x => new StockLine(Skus[x.Item1], x.Item2)));
            var plan = AllocationPlan.Make(wanted, Places, Free);

            Assert.Equal(lines.Sum(x => x.Item2), wanted.Sum(x => x.Quantity));
            foreach (var line in wanted)
            {
                var had = Places.Sum(place => Math.Max(0, Free(line.SkuId, place)));
                Assert.Equal(had < line.Quantity ? new StockShortage(line.SkuId, line.Quantity, had) : null, plan.Shortages.FirstOrDefault(x => x.SkuId == line.SkuId));
                Assert.Equal(plan.Shortages.Count == 0 ? line.Quantity : 0, plan.Goods.Where(x => x.SkuId == line.SkuId).Sum(x => x.Quantity));
            }
            Assert.All(plan.Goods, x => Assert.InRange(x.Quantity, 1, Free(x.SkuId, x.LocationId)));
            Assert.Equal(plan.Goods.Count, plan.Goods.DistinctBy(x => (x.SkuId, x.LocationId)).Count());
        });

    [Theory, InlineData(0), InlineData(-1)]
    public void A_line_without_pieces_is_refused(long quantity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AllocationPlan.AddUp([new StockLine(Skus[0], quantity)]));
}
