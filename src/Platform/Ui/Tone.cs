namespace ZhongFu.Platform.Ui;

/// <summary>The mood of a tag, a state or a message. Always beside words, never instead of them.</summary>
public enum Tone
{
    /// <summary>Neutral: done, closed.</summary>
    Neutral,

    /// <summary>Good, on its way to the buyer.</summary>
    Good,

    /// <summary>Somebody else is at work.</summary>
    Info,

    /// <summary>Something is expected of the reader.</summary>
    Warning,

    /// <summary>Wrong, refused, after-sales.</summary>
    Error,
}

internal static class Tones
{
    public static string TagClass(this Tone tone) => tone switch { Tone.Good => "tag", Tone.Info => "tag i", Tone.Warning => "tag w", Tone.Error => "tag e", _ => "tag n" };

    public static string StateClass(this Tone tone) => tone switch { Tone.Good => "state b", Tone.Info => "state i", Tone.Warning => "state w", Tone.Error => "state e", _ => "state n" };

    public static string MessageClass(this Tone tone) => tone switch { Tone.Good => "flash ok", Tone.Warning => "flash warn", Tone.Error => "flash", _ => "flash info" };

    public static string MessageIcon(this Tone tone) => tone switch { Tone.Good => "check", Tone.Warning or Tone.Error => "alert", _ => "info" };
}
