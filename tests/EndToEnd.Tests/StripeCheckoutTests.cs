using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ZhongFu.StripeDouble;
using ZhongFu.TestKit;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>Paying on Stripe's own page: the browser leaves our site by a form and comes back by a redirect.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StripeCheckoutTests(BrowserFixture fixture) : IAsyncLifetime
{
    private StripeServer stripe = null!;
    private Site site = null!;

    public async Task InitializeAsync()
    {
        stripe = await StripeServer.Start();
        var (host, address) = await GatewayHost.StartOnPort(new()
        {
            ["ReloadStaticAssetsAtRuntime"] = "false", ["Stripe:ApiKey"] = "sk_test_double", ["Stripe:WebhookSecret"] = Webhooks.Secret, ["Stripe:ApiBase"] = stripe.Address, ["Stripe:CheckoutHost"] = stripe.Address,
        });
        stripe.Clock = host.Clock;
        site = new Site(host, address, fixture.Browser);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await stripe.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_buyer_pays_at_Stripe_and_comes_back_to_a_paid_order(bool javaScript)
    {
        var (page, number) = await AtTheCashier(javaScript);
        await page.Locator("main form button.p").ClickAsync();
        await page.WaitForURLAsync($"{stripe.Address}/pay/**");
        await page.Locator("#pay").ClickAsync();
        await page.WaitForURLAsync($"**/pay/{number}/result");
        await Expect(page.Locator("main h2")).ToHaveTextAsync("支付成功"); // found by asking: no event was sent
    }

    [Fact]
    public async Task Who_turns_back_at_Stripe_can_pay_later_with_the_same_session()
    {
        var (page, number) = await AtTheCashier(javaScript: false);
        await page.Locator("main form button.p").ClickAsync();
        await page.WaitForURLAsync($"{stripe.Address}/pay/**");
        var session = page.Url;
        await page.Locator("#back").ClickAsync();
        await page.WaitForURLAsync($"**/pay/{number}");
        await page.GotoAsync($"/pay/{number}/result");
        await Expect(page.Locator("main h2")).ToHaveTextAsync("尚未收到付款");
        await page.Link("去支付").ClickAsync();
        await page.Locator("main form button.p").ClickAsync();
        await page.WaitForURLAsync(session);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task The_pages_of_paying_fit_the_screen_and_are_open_to_everybody(int width)
    {
        var (page, number) = await AtTheCashier(javaScript: true, width);
        foreach (var path in new[] { $"/pay/{number}", $"/pay/{number}/result" })
        {
            await page.GotoAsync(path);
            Assert.Empty((await page.RunAxe()).Violations.Select(x => $"{path}: {x.Id} {x.Nodes[0].Html}"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{path} scrolls sideways at {width}");
        }
    }

    private async Task<(IPage Page, string Number)> AtTheCashier(bool javaScript, int width = 390)
    {
        var order = await (await site.Host.SignedIn("citizen")).Order(await site.Host.Article("P0001-1"));
        var page = await site.Page(javaScript: javaScript, width: width);
        await Site.SignIn(page, "citizen");
        await page.GotoAsync($"/pay/{order.GetProperty("number").GetString()}");
        return (page, order.GetProperty("number").GetString()!);
    }
}
