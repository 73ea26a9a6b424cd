using ZhongFu.Platform.Seeding;

namespace ZhongFu.Procurement.Statements;

/// <summary>By when a buyer has to pay a small supplier, and what a day of delay costs: a dated rule table with its source.</summary>
internal sealed class PaymentTerms
{
    private readonly IReadOnlyList<Term> terms = SeedFile.Read<Term>(typeof(PaymentTerms).Assembly, "payment-terms.csv");

    /// <summary>The rule for goods accepted on that day.</summary>
    public Term For(bool isPublic, DateOnly acceptedOn) => terms.Where(x => x.IsPublic == isPublic && x.EffectiveFrom <= acceptedOn).MaxBy(x => x.EffectiveFrom)!;

    /// <param name="EffectiveFrom">First day it holds.</param>
    /// <param name="IsPublic">For public buyers, or for companies.</param>
    /// <param name="Days">Days after acceptance.</param>
    /// <param name="InterestPerDayBpTenths">Interest for each day after, in tenths of a basis point: 50 is 0.05 %.</param>
    /// <param name="Source">Where it is written.</param>
    internal sealed record Term(DateOnly EffectiveFrom, bool IsPublic, int Days, int InterestPerDayBpTenths, string Source)
    {
        /// <summary>Interest owed today on what is still unpaid, fen, half a fen up.</summary>
        public long InterestFen(long unpaidFen, DateOnly dueOn, DateOnly today) =>
            today <= dueOn || unpaidFen <= 0 ? 0 : (long)(((Int128)unpaidFen * InterestPerDayBpTenths * (today.DayNumber - dueOn.DayNumber) * 2 + 100_000) / 200_000);
    }
}
