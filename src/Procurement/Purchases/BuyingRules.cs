using ZhongFu.Platform.Seeding;

namespace ZhongFu.Procurement.Purchases;

/// <summary>How bulk orders are approved and carried: rule tables, so that a rule changes without a release.</summary>
internal sealed class BuyingRules
{
    private readonly IReadOnlyList<ApprovalStep> steps = Read<ApprovalStep>("approval-steps.csv");
    private readonly IReadOnlyList<FreightRate> rates = Read<FreightRate>("bulk-freight.csv");

    /// <summary>How many people must approve orders of this sum, submitted together.</summary>
    public int ApprovalsFor(long totalFen) => steps.Where(x => x.FromFen <= totalFen).MaxBy(x => x.FromFen)!.Approvals;

    /// <summary>Freight of one supplier's goods, fen, by the rate of the day.</summary>
    public long FreightFor(long goodsFen, long grossGrams, DateOnly day)
    {
        var rate = rates.Where(x => x.EffectiveFrom <= day).MaxBy(x => x.EffectiveFrom)!;
        return goodsFen >= rate.FreeFromGoodsFen ? 0 : rate.BaseFen + rate.PerStartedKilogramFen * ((grossGrams + 999) / 1000);
    }

    private static IReadOnlyList<T> Read<T>(string name) => SeedFile.Read<T>(typeof(BuyingRules).Assembly, name);

    private sealed record ApprovalStep(long FromFen, int Approvals);

    private sealed record FreightRate(DateOnly EffectiveFrom, long FreeFromGoodsFen, long BaseFen, long PerStartedKilogramFen);
}
