using ZhongFu.Platform.Seeding;

namespace ZhongFu.Ordering.Freight;

/// <summary>Freight by weight and province with a free threshold; the rules are data (<c>Seed/freight-rules.csv</c>).</summary>
internal sealed class FreightRules
{
    private readonly Lazy<IReadOnlyList<FreightRule>> rules = new(() => SeedFile.Read<FreightRule>(typeof(FreightRules).Assembly, "freight-rules.csv"));

    /// <summary>The rule of a province, by its two-digit code; else the rule for everywhere else.</summary>
    public FreightRule For(string province) =>
        rules.Value.FirstOrDefault(x => x.Provinces.Split('|').Contains(province)) ?? rules.Value.First(x => x.Provinces.Length == 0);
}

/// <summary>One line of the table.</summary>
/// <param name="Id">Id of the rule.</param>
/// <param name="Name">For people.</param>
/// <param name="Provinces">Two-digit codes joined by |; empty: everywhere else.</param>
/// <param name="FirstGrams">Weight the first price covers, grams.</param>
/// <param name="FirstFen">First price, fen.</param>
/// <param name="StepGrams">Each further weight begun, grams.</param>
/// <param name="StepFen">costs this, fen.</param>
/// <param name="FreeFromFen">Goods of this value travel free, fen; 0: never.</param>
/// <param name="Deliverable">Whether we deliver there at all.</param>
internal sealed record FreightRule(string Id, string Name, string Provinces, long FirstGrams, long FirstFen, long StepGrams, long StepFen, long FreeFromFen, bool Deliverable)
{
    /// <summary>Freight for goods of this value and weight, fen.</summary>
    public long Fen(long goodsFen, long grams)
    {
        if (FreeFromFen > 0 && goodsFen >= FreeFromFen) return 0;
        var further = Math.Max(0, grams - FirstGrams);
        return FirstFen + (further + StepGrams - 1) / StepGrams * StepFen;
    }

    /// <summary>Fen still missing to free freight, or null when it is free or never free.</summary>
    public long? MissingForFree(long goodsFen) => FreeFromFen > goodsFen ? FreeFromFen - goodsFen : null;
}
