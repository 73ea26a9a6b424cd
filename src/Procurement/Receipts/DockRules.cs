using ZhongFu.Platform.Seeding;

namespace ZhongFu.Procurement.Receipts;

/// <summary>How far a weight may differ from what was ordered before the unit has to agree: a rule table.</summary>
internal sealed class DockRules
{
    private readonly IReadOnlyList<Tolerance> tolerances = SeedFile.Read<Tolerance>(typeof(DockRules).Assembly, "weight-tolerances.csv");

    /// <summary>Basis points of the ordered weight, in force on the day.</summary>
    public int ToleranceBp(DateOnly day) => tolerances.Where(x => x.EffectiveFrom <= day).MaxBy(x => x.EffectiveFrom)!.ToleranceBp;

    private sealed record Tolerance(DateOnly EffectiveFrom, int ToleranceBp);
}
