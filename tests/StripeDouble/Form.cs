namespace ZhongFu.StripeDouble;

/// <summary>Reads <c>a[b][0]=c&amp;d=e</c>; names stay as they are written.</summary>
internal static class Form
{
    public static Dictionary<string, string> Read(string body) => body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Plain(pair[0]), pair => pair.Length > 1 ? Plain(pair[1]) : "");

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
