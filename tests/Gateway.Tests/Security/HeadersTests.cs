using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Security;

[Collection(OnSharedGateway.Name)]
public sealed class HeadersTests(SharedGateway shared)
{
    [Theory]
    [InlineData("/help")]
    [InlineData("/login")]
    [InlineData("/buy")]
    [InlineData("/nothing-here")]
    [InlineData("/me/settings")]
    [InlineData("/api/identity/me")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        for (var i = 0; i < 2; i++) // the second answer may come from memory
        {
            var answer = await shared.Host.Browser().GetAsync(path);
            Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
            Assert.Equal("DENY", One(answer, "X-Frame-Options"));
            Assert.Equal("strict-origin-when-cross-origin", One(answer, "Referrer-Policy"));
            Assert.Contains("geolocation=()", One(answer, "Permissions-Policy"), StringComparison.Ordinal);
            Assert.Equal("default-src 'self'; img-src 'self' data: blob:; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self'", One(answer, "Content-Security-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_form_may_end_at_the_cashier_that_is_configured()
    {
        await using var host = await GatewayHost.Start(new() { ["Stripe:ApiKey"] = "sk_test_x", ["Stripe:WebhookSecret"] = "whsec_x", ["Stripe:CheckoutHost"] = "https://pay.example" });
        Assert.EndsWith("form-action 'self' https://pay.example", One(await host.Browser().GetAsync("/help"), "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_hold_no_inline_script_or_style()
    {
        foreach (var path in (string[])["/help", "/login", "/register", "/buy", "/cockpit", "/legal/privacy", "/nothing-here"])
        {
            var html = await (await shared.Host.Browser().GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotMatch("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=\"", html);
        }
    }

    private static string One(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));
}
