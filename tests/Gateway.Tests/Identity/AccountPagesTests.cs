using System.Net;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Identity;

[Collection(OnSharedGateway.Name)]
public sealed class AccountPagesTests(SharedGateway shared)
{
    [Fact]
    public async Task A_page_for_signed_in_people_leads_to_the_login_and_back()
    {
        var browser = shared.Host.Browser();
        var login = (await browser.GetAsync("/me/settings?done=x")).Headers.Location!.OriginalString;
        Assert.EndsWith("/login?returnUrl=%2Fme%2Fsettings%3Fdone%3Dx", login, StringComparison.Ordinal);
        var answer = await browser.Submit(login, "sign-in", new() { ["Form.Name"] = "13800138002", ["Form.Password"] = GatewayHost.DemoPassword });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.EndsWith("/me/settings?done=x", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("citizen2", await browser.GetStringAsync("/me/settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    public async Task After_signing_in_only_a_path_of_this_site_is_followed(string returnUrl)
    {
        var answer = await shared.Host.Browser().Submit("/login", "sign-in", new() { ["Form.Name"] = "citizen2", ["Form.Password"] = GatewayHost.DemoPassword, ["Form.ReturnUrl"] = returnUrl });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/", new Uri(new Uri("http://localhost/"), answer.Headers.Location!).PathAndQuery);
        Assert.Equal("localhost", new Uri(new Uri("http://localhost/"), answer.Headers.Location!).Host);
    }

    [Theory]
    [InlineData("operator", null, "/work")]
    [InlineData("cashier", "/", "/work")]
    [InlineData("auditor", "//evil.example/", "/work")]
    [InlineData("manager", "/showroom-nowhere?x=1", "/showroom-nowhere?x=1")]
    [InlineData("citizen2", null, "/")]
    [InlineData("citizen2", "/cart", "/cart")]
    public async Task Staff_come_to_their_work_and_citizens_to_the_shop_unless_they_were_on_their_way_somewhere(string who, string? wanted, string landsOn)
    {
        var login = wanted is null ? "/login" : $"/login?returnUrl={Uri.EscapeDataString(wanted)}";
        var browser = shared.Host.Browser();
        var answer = await browser.Submit(login, "sign-in", new() { ["Form.Name"] = who, ["Form.Password"] = GatewayHost.DemoPassword });
        Assert.Equal(landsOn, new Uri(new Uri("http://localhost/"), answer.Headers.Location!).PathAndQuery);
    }

    [Fact]
    public async Task A_refused_sign_in_keeps_the_name_but_never_the_password()
    {
        var answer = await shared.Host.Browser().Submit("/login", "sign-in", new() { ["Form.Name"] = "someone\"><script>", ["Form.Password"] = "my-wrong-secret" });
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("someone&quot;&gt;&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("my-wrong-secret", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page_that_says_what_to_do()
    {
        var browser = shared.Host.Browser();
        var answer = await browser.PostAsync("/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["Form.Name"] = "citizen", ["Form.Password"] = GatewayHost.DemoPassword }));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(x => x.StartsWith("zf_session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_new_person_registers_on_the_page_and_is_signed_in()
    {
        var browser = shared.Host.Browser();
        var fields = new Dictionary<string, string> { ["Form.UserName"] = "page-person", ["Form.Phone"] = "13700137001", ["Form.Password"] = "three brown kettles" };
        var refused = await (await browser.Submit("/register", "register", fields)).Content.ReadAsStringAsync();
        Assert.Contains("page-person", refused, StringComparison.Ordinal); // consent was missing; what was typed is kept

        fields["Form.Consent"] = "true";
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Submit("/register?returnUrl=/help", "register", fields)).StatusCode);
        Assert.Contains("page-person", await browser.GetStringAsync("/me/settings"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/logout", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me/settings")).StatusCode);
    }
}
