using System.Globalization;
using System.Resources;

namespace ZhongFu.Gateway.Web;

/// <summary>Texts of problem documents (<c>ProblemText.resx</c>), by code, in the language of the request.</summary>
internal sealed class ProblemText
{
    private static readonly ResourceManager Texts = new(typeof(ProblemText).FullName!, typeof(ProblemText).Assembly);

    /// <summary>The text, or null when there is none for the code.</summary>
    public static string? Find(string code) => Texts.GetString(code, CultureInfo.CurrentUICulture);

    /// <summary>The text of a code that has one.</summary>
    public static string Of(string code) => Find(code) ?? code;
}
