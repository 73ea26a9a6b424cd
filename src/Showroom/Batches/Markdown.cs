namespace ZhongFu.Showroom.Batches;

/// <summary>One step of the ladder by which goods near their expiry day are marked down; data, planted from <c>markdown-ladder.csv</c>.</summary>
internal sealed class MarkdownStep
{
    /// <summary>The step counts for goods that keep at least so long from their receipt; goods that keep for days only are not near expiry all their life.</summary>
    public int MinLifeDays { get; init; }

    /// <summary>The step begins when so many days are left; 0 is the expiry day.</summary>
    public int DaysLeft { get; init; }

    /// <summary>Percent off the retail price.</summary>
    public int PercentOff { get; init; }

    /// <summary>What the ladder proposes for a batch today; 0: nothing yet.</summary>
    public static int Propose(IReadOnlyList<MarkdownStep> ladder, int lifeDays, int daysLeft)
    {
        var steps = ladder.Where(x => x.MinLifeDays <= lifeDays).ToList();
        return steps.Count == 0 ? 0 : steps.Where(x => x.MinLifeDays == steps.Max(s => s.MinLifeDays) && daysLeft <= x.DaysLeft).Select(x => x.PercentOff).DefaultIfEmpty(0).Max();
    }
}

/// <summary>A batch that is sold below the retail price at the counter because it expires soon.</summary>
internal sealed class Markdown
{
    public Guid SkuId { get; private init; }
    public string Batch { get; private init; } = "";
    public int PercentOff { get; private init; }
    public DateTime At { get; private init; }
    public string ActorName { get; private init; } = "";

    public static Markdown Of(Guid skuId, string batch, int percentOff, string actorName, DateTime now) => new() { SkuId = skuId, Batch = batch, PercentOff = percentOff, ActorName = actorName, At = now };

    /// <summary>The price of one piece, fen, rounded to the fen in the customer's favour.</summary>
    public static long PriceOf(long retailFen, int percentOff) => retailFen * (100 - percentOff) / 100;
}
