using System.Net;

namespace ZhongFu.Gateway.Tests.Web;

[Collection(OnSharedGateway.Name)]
public sealed class PreferencesTests(SharedGateway shared)
{
    [Fact]
    public async Task Pages_are_chinese_until_a_person_says_otherwise()
    {
        var browser = shared.Host.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US");
        Assert.Contains("<h1>帮助</h1>", await browser.GetStringAsync("/help"), StringComparison.Ordinal);
        Assert.Contains("<h1>Help</h1>", await browser.GetStringAsync("/help?lang=en"), StringComparison.Ordinal);
        Assert.Contains("<h1>帮助</h1>", await browser.GetStringAsync("/help?lang=xx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_is_kept_and_leads_back_to_the_page()
    {
        var browser = shared.Host.Browser();
        var answer = await Choose(browser, new() { ["lang"] = "en", ["theme"] = "dark", ["font"] = "large", ["returnUrl"] = "/help" });
        Assert.Equal((HttpStatusCode.SeeOther, "/help"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("<h1>Help</h1>", await browser.GetStringAsync("/help"), StringComparison.Ordinal);
        Assert.Contains("<h1>Help</h1>", await browser.GetStringAsync("/help?lang=zh-CN"), StringComparison.Ordinal); // the cookie comes first
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, x => x.StartsWith("zf_theme=dark", StringComparison.Ordinal));
        Assert.Contains(cookies, x => x.StartsWith("zf_font=large", StringComparison.Ordinal));
        Assert.All(cookies, x => Assert.Contains("samesite=lax", x, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nonsense_is_not_kept_and_no_other_site_is_opened()
    {
        var answer = await Choose(shared.Host.Browser(), new() { ["lang"] = "xx\r\nSet-Cookie: a=b", ["theme"] = "neon", ["returnUrl"] = "https://evil.example/" });
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static Task<HttpResponseMessage> Choose(HttpClient browser, Dictionary<string, string> form) => browser.PostAsync("/preferences", new FormUrlEncodedContent(form));
}
