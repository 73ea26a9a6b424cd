using System.Globalization;
using System.Resources;

namespace ZhongFu.Platform.Ui;

/// <summary>Texts of the shared components and formats (<c>UiText.resx</c>); also readable without a localizer, by <see cref="Of"/>.</summary>
public sealed class UiText
{
    private static readonly ResourceManager Texts = new(typeof(UiText));

    private UiText() { }

    /// <summary>The text in the language of the page, filled in with numbers and names as they are.</summary>
    internal static string Of(string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new ArgumentException($"No text {key}.", nameof(key)), values);
}
