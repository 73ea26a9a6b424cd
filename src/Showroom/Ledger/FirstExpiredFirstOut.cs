namespace ZhongFu.Showroom.Ledger;

/// <summary>Which batches goods are taken from when nobody says (product.md, "first expired first out").</summary>
internal static class FirstExpiredFirstOut
{
    /// <summary>Takes from what may be sold first: by expiry day, then by age, goods without a batch last; then from what may not be sold, for somebody
    /// took it all the same; what is still missing is owed without a batch.</summary>
    /// <param name="stock">What stands at the place: batch code, pieces, and the batch, null for goods without one.</param>
    /// <param name="quantity">Pieces to take.</param>
    /// <param name="day">China date.</param>
    public static IReadOnlyList<(string Batch, long Quantity)> Take(IEnumerable<(string Code, long OnHand, Batch? Batch)> stock, long quantity, DateOnly day)
    {
        var order = stock.Where(x => x.OnHand > 0)
            .OrderBy(x => x.Batch is not null && !x.Batch.IsSellable(day))
            .ThenBy(x => x.Batch is null)
            .ThenBy(x => x.Batch?.ExpiresOn ?? DateOnly.MaxValue).ThenBy(x => x.Batch?.ReceivedAt).ThenBy(x => x.Code, StringComparer.Ordinal);
        var parts = new List<(string Batch, long Quantity)>();
        foreach (var (code, onHand, _) in order)
        {
            var part = Math.Min(quantity, onHand);
            if (part == 0) break;
            parts.Add((code, part));
            quantity -= part;
        }
        if (quantity == 0) return parts;
        var loose = parts.FindIndex(x => x.Batch == Batch.None);
        if (loose < 0) parts.Add((Batch.None, quantity));
        else parts[loose] = (Batch.None, parts[loose].Quantity + quantity);
        return parts;
    }
}
