using ZhongFu.Platform.Time;

namespace ZhongFu.Showroom.Counter;

/// <summary>Which business day a sale belongs to: the till's clock is believed within a day behind and five minutes ahead of ours, for a till may have
/// been without a link; beyond that our clock counts and the drift is shown to the manager.</summary>
internal static class BusinessDay
{
    private static readonly TimeSpan MostBehind = TimeSpan.FromHours(24);
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    public static bool IsBelievable(DateTime soldAt, DateTime now) => soldAt >= now - MostBehind && soldAt <= now + MostAhead;

    public static DateOnly Of(DateTime soldAt, DateTime now) => BusinessTime.DayOf(IsBelievable(soldAt, now) ? soldAt : now);
}
