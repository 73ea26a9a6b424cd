using System.Globalization;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Time;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Procurement.Rfqs;

/// <summary>How requests for quotes look on pages.</summary>
internal static class RfqLook
{
    public static Tone ToneOf(string state) => state switch
    {
        nameof(RfqState.Open) => Tone.Info,
        nameof(RfqState.Closed) => Tone.Warning,
        nameof(RfqState.Awarded) => Tone.Good,
        nameof(RfqState.Failed) => Tone.Error,
        _ => Tone.Neutral,
    };

    /// <summary>How long is left, in the two largest units.</summary>
    public static string Left(DateTime deadline, DateTime now, IStringLocalizer<RfqText> texts) => (deadline - now) switch
    {
        { Ticks: <= 0 } => texts["Left.Over"],
        { TotalDays: >= 1 } left => texts["Left.Days", left.Days, left.Hours],
        { TotalHours: >= 1 } left => texts["Left.Hours", left.Hours, left.Minutes],
        var left => texts["Left.Minutes", Math.Max(1, left.Minutes)],
    };

    /// <summary>What a date-and-time input sent, China time, as UTC; null when it is none.</summary>
    public static DateTime? Moment(string? local) => DateTime.TryParseExact(local, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        ? BusinessTime.StartOf(DateOnly.FromDateTime(at)) + at.TimeOfDay : null;

    /// <summary>A moment as such an input shows it.</summary>
    public static string Input(DateTime utc) => BusinessTime.ToLocal(utc).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
