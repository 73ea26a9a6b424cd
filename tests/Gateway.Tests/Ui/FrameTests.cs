using System.Net;
using System.Text.RegularExpressions;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Ui;

[Collection(OnSharedGateway.Name)]
public sealed class FrameTests(SharedGateway shared)
{
    [Fact]
    public async Task A_page_of_the_shop_begins_with_the_jump_to_its_content_and_has_one_of_each_landmark()
    {
        var html = await shared.Host.Browser().GetStringAsync("/help");
        Assert.Matches("<body><a class=\"skip\" href=\"/help#main\">", html);
        Assert.Single(Regex.Matches(html, "<main "));
        Assert.Single(Regex.Matches(html, "<h1"));
        Assert.Contains("<title>帮助 - 中扶网</title>", html);
        Assert.DoesNotContain(" style=", html);
        Assert.DoesNotContain("<script>", html);
    }

    [Fact]
    public async Task The_frame_of_a_public_page_says_nothing_of_the_person_who_reads_it()
    {
        var guest = await shared.Host.Browser().GetStringAsync("/legal/terms");
        var citizen = await SignedIn("citizen");
        // Another address, so that the answer is not simply the one made before.
        var signedIn = await citizen.GetStringAsync("/legal/terms?from=test");
        Assert.Equal(guest, signedIn.Replace("?from=test", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Theme_letter_size_and_language_stand_on_the_document()
    {
        var browser = shared.Host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", "zf_theme=dark; zf_font=large; zf_lang=en");
        var html = await browser.GetStringAsync("/help");
        Assert.Contains("<html lang=\"en\" data-theme=\"dark\" data-font=\"large\">", html);
        Assert.Contains("<meta name=\"color-scheme\" content=\"dark\"", html);
        Assert.Contains("- ZhongFu</title>", html);
    }

    [Fact]
    public async Task The_display_settings_come_back_to_the_page_they_were_chosen_on()
    {
        var html = await shared.Host.Browser().GetStringAsync("/help?a=1");
        Assert.Equal(2, Regex.Count(html, "name=\"returnUrl\" value=\"/help\\?a=1\""));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_keeps_its_address_in_the_frame()
    {
        var answer = await shared.Host.Browser().GetAsync("/no-such-page?b=2");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("href=\"/no-such-page?b=2#main\"", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("auditor", "/ops/audit", "/pos")]
    [InlineData("cashier", "/pos", "/ops/audit")]
    [InlineData("manager", "/pos/receive", "/ops/audit")]
    [InlineData("operator", "/pos/stock", "/pos")]
    public async Task The_staff_menu_shows_what_the_person_may_open_and_nothing_else(string userName, string offered, string hidden)
    {
        var html = await (await SignedIn(userName)).GetStringAsync("/work");
        Assert.Contains($"<a href=\"{offered}\"", html);
        Assert.DoesNotContain($"<a href=\"{hidden}\"", html);
        Assert.DoesNotContain(">Menu", html); // every entry has its words
    }

    [Fact]
    public async Task A_citizen_has_no_staff_menu() => Assert.DoesNotContain("class=\"tiles\"", await (await SignedIn("citizen")).GetStringAsync("/work"));

    private async Task<HttpClient> SignedIn(string userName)
    {
        var browser = shared.Host.Browser();
        var answer = await browser.Submit("/login", "sign-in", new() { ["Form.Name"] = userName, ["Form.Password"] = GatewayHost.DemoPassword });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }
}
