using Microsoft.Extensions.Configuration;

namespace ZhongFu.Showroom.Pos;

/// <summary>How this house's tills work: section <c>Showroom:Till</c> of the configuration.</summary>
internal sealed record TillSettings
{
    /// <summary>How much a till may sell before it has to reach the server again.</summary>
    public OfflineLimits Limits { get; init; } = new();

    /// <summary>For how long after its last word with the server a till may open a shift by itself.</summary>
    public int ShiftTokenHours { get; init; } = 72;

    public static TillSettings Of(IConfiguration settings) => settings.GetSection("Showroom:Till").Get<TillSettings>() ?? new();
}

/// <summary>Limits of one till without a link.</summary>
/// <param name="Hours">Age of the oldest sale that waits.</param>
/// <param name="Count">Sales that wait.</param>
/// <param name="Fen">Their sum.</param>
/// <param name="WarnHours">From this age on the cashier is warned, as from half of any limit.</param>
internal sealed record OfflineLimits(int Hours = 24, int Count = 500, long Fen = 2_000_000, int WarnHours = 4);
