using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Stocktakes;

internal static class StocktakeTones
{
    /// <summary>The mood of a state in lists.</summary>
    public static Tone Of(string state) => state switch
    {
        nameof(StocktakeState.Counting) => Tone.Info,
        nameof(StocktakeState.Submitted) => Tone.Warning,
        nameof(StocktakeState.Posted) => Tone.Good,
        _ => Tone.Neutral,
    };
}
