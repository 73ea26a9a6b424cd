namespace ZhongFu.Showroom.Cabinets;

/// <summary>How far a device's clock is to be believed: a batch may wait a day for its link, and no clock is right to the second; beyond that the clock is wrong, and
/// what the batch tells is moved by as much.</summary>
internal sealed class DeviceTimes(DateTime sentAt, DateTime now)
{
    private static readonly TimeSpan MostBehind = TimeSpan.FromHours(24);
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    private readonly TimeSpan drift = IsNear(sentAt, now) ? TimeSpan.Zero : sentAt - now;

    /// <summary>Seconds the clock is ahead, the worst that was seen; 0: nothing to complain about.</summary>
    public long WorstSeconds { get; private set; } = IsNear(sentAt, now) ? 0 : (long)(sentAt - now).TotalSeconds;

    /// <summary>When something happened by our clock, as near as can be told; never in the future.</summary>
    public DateTime Put(DateTime told)
    {
        var at = told - now > drift + MostAhead ? now : Shift(told);
        if (drift == TimeSpan.Zero && told > now + MostAhead) Remember(told);
        return at > now ? now : at;
    }

    /// <summary>A sale's own time stays as told; one that cannot be is noted.</summary>
    public void Look(DateTime told)
    {
        if (drift == TimeSpan.Zero && (told > now + MostAhead || told < now - MostBehind - MostBehind)) Remember(told);
    }

    private void Remember(DateTime told)
    {
        var seconds = (long)(told - now).TotalSeconds;
        if (Math.Abs(seconds) > Math.Abs(WorstSeconds)) WorstSeconds = seconds;
    }

    private DateTime Shift(DateTime told) => drift < TimeSpan.Zero && told > DateTime.MaxValue + drift ? now : drift > TimeSpan.Zero && told < DateTime.MinValue + drift ? told : told - drift;

    private static bool IsNear(DateTime time, DateTime now) => time >= now - MostBehind && time <= now + MostAhead;
}

internal static class Utc
{
    /// <summary>A time as it came in JSON: with a zone, or meant as UTC.</summary>
    public static DateTime Of(DateTime time) => time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();
}
