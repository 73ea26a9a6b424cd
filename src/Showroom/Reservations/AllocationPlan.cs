using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Showroom.Reservations;

/// <summary>Where the goods of a reservation would come from, or what is missing: all lines or none (product.md, "Stock").</summary>
internal sealed record AllocationPlan(IReadOnlyList<AllottedGoods> Goods, IReadOnlyList<StockShortage> Shortages)
{
    /// <summary>Lines of one SKU added up, in key order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is not above 0.</exception>
    public static IReadOnlyList<StockLine> AddUp(IEnumerable<StockLine> lines)
    {
        var sums = new SortedDictionary<Guid, long>();
        foreach (var line in lines)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(line.Quantity);
            sums[line.SkuId] = checked(sums.GetValueOrDefault(line.SkuId) + line.Quantity);
        }
        return [.. sums.Select(x => new StockLine(x.Key, x.Value))];
    }

    /// <summary>For each SKU the first place that has all of it, else split over the places in their order.</summary>
    /// <param name="wanted">Added up.</param>
    /// <param name="places">Serving places, first choice first.</param>
    /// <param name="free">Pieces of a SKU that can be set aside at a place.</param>
    public static AllocationPlan Make(IReadOnlyList<StockLine> wanted, IReadOnlyList<Guid> places, Func<Guid, Guid, long> free)
    {
        var goods = new List<AllottedGoods>();
        var shortages = new List<StockShortage>();
        foreach (var line in wanted)
        {
            var available = places.Sum(place => Math.Max(0, free(line.SkuId, place)));
            if (available < line.Quantity) shortages.Add(new StockShortage(line.SkuId, line.Quantity, available));
            else goods.AddRange(Split(line, places, free));
        }
        return shortages.Count == 0 ? new(goods, []) : new([], shortages);
    }

    private static IEnumerable<AllottedGoods> Split(StockLine line, IReadOnlyList<Guid> places, Func<Guid, Guid, long> free)
    {
        foreach (var place in places)
            if (free(line.SkuId, place) >= line.Quantity) return [new AllottedGoods(line.SkuId, place, line.Quantity)];

        var parts = new List<AllottedGoods>();
        var missing = line.Quantity;
        foreach (var place in places)
        {
            var part = Math.Min(missing, Math.Max(0, free(line.SkuId, place)));
            if (part > 0) parts.Add(new AllottedGoods(line.SkuId, place, part));
            missing -= part;
        }
        return parts;
    }
}
