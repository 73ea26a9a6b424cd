using System.Net;
using System.Text.RegularExpressions;

namespace ZhongFu.Ordering.Tests.Payments;

/// <summary>Does what a browser without a script does with a form: sends its hidden fields and what was typed.</summary>
internal static partial class FormFilling
{
    public static async Task<string> Page(this HttpClient browser, string path)
    {
        var answer = await browser.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <param name="browser">Keeps the cookies.</param>
    /// <param name="address">Where the form posts to.</param>
    /// <param name="page">The page that holds it.</param>
    /// <param name="handler">Name of the form.</param>
    /// <param name="typed">Fields and buttons.</param>
    public static Task<HttpResponseMessage> Submit(this HttpClient browser, string address, string page, string handler, params (string Name, string Value)[] typed)
    {
        var form = Forms().Matches(page).Select(x => x.Value).Single(x => x.Contains($"name=\"_handler\" value=\"{handler}\"", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(x => x.Value).Where(x => Attribute(x, "type") == "hidden").ToDictionary(x => Attribute(x, "name")!, x => WebUtility.HtmlDecode(Attribute(x, "value") ?? ""));
        foreach (var (name, value) in typed) fields[name] = value;
        return browser.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    private static string? Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Hidden();
}
