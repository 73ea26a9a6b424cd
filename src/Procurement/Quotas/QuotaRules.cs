using ZhongFu.Platform.Seeding;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Quotas;

/// <summary>What counts, for whom, and how large the reserved share is: dated rule tables, so that a rule changes without a release.</summary>
internal sealed class QuotaRules
{
    private const string Any = "*";
    private readonly IReadOnlyList<RatioRule> ratios = Read<RatioRule>("quota-ratios.csv");
    private readonly IReadOnlyList<CountingRule> counting = Read<CountingRule>("counting-rules.csv");

    /// <summary>All ratios, for the page that shows them.</summary>
    public IReadOnlyList<RatioRule> Ratios => ratios;

    /// <summary>All counting rules, for the page that shows them.</summary>
    public IReadOnlyList<CountingRule> Counting => counting;

    /// <summary>The share reserved by a unit of this kind: the latest rule in force, the first that fits.</summary>
    public RatioRule RatioFor(OrganisationKind kind, CanteenMode mode, string region, DateOnly day) =>
        ratios.Where(x => x.EffectiveFrom <= day && Fits(x.Region, region) && Fits(x.Kind, kind) && Fits(x.CanteenMode, mode)).OrderByDescending(x => x.EffectiveFrom).First();

    /// <summary>The rule that decides about a line, or null: it does not count.</summary>
    public CountingRule? RuleFor(AidChannel channel, OrganisationKind? kind, CanteenMode? mode, DateOnly day) =>
        counting.Where(x => x.EffectiveFrom <= day && x.Channel == channel && Fits(x.Kind, kind) && Fits(x.CanteenMode, mode)).OrderByDescending(x => x.EffectiveFrom).FirstOrDefault();

    private static bool Fits(string rule, object? value) => rule == Any || rule == value?.ToString();

    private static IReadOnlyList<T> Read<T>(string name) => SeedFile.Read<T>(typeof(QuotaRules).Assembly, name);
}

/// <summary>How large the reserved share is.</summary>
/// <param name="EffectiveFrom">First day it holds.</param>
/// <param name="Region">Division code, or <c>*</c>.</param>
/// <param name="Kind">A name of <see cref="OrganisationKind"/>, or <c>*</c>.</param>
/// <param name="CanteenMode">A name of <see cref="Organisations.CanteenMode"/>, or <c>*</c>.</param>
/// <param name="RatioBp">Basis points of the year's budget for food.</param>
/// <param name="Source">Where it is written.</param>
internal sealed record RatioRule(DateOnly EffectiveFrom, string Region, string Kind, string CanteenMode, int RatioBp, string Source);

/// <summary>Whether a line counts.</summary>
/// <param name="Code">Names the rule; also the key of the sentence that people read.</param>
/// <param name="EffectiveFrom">First day it holds.</param>
/// <param name="Channel">Where it was bought.</param>
/// <param name="Kind">A name of <see cref="OrganisationKind"/>, or <c>*</c>.</param>
/// <param name="CanteenMode">A name of <see cref="Organisations.CanteenMode"/>, or <c>*</c>.</param>
/// <param name="Counts">Whether it counts.</param>
/// <param name="CreditedTo">For whom.</param>
internal sealed record CountingRule(string Code, DateOnly EffectiveFrom, AidChannel Channel, string Kind, string CanteenMode, bool Counts, CreditedTo CreditedTo);
