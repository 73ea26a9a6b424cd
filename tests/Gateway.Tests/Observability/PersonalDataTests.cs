using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using ZhongFu.Gateway.Observability;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Observability;

public sealed class PersonalDataTests
{
    [Fact]
    public async Task The_log_of_a_journey_holds_no_phone_password_or_token_even_at_its_most_talkative()
    {
        var lines = new Lines();
        await using var host = await GatewayHost.Start(new() { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft"] = "Trace", ["Logging:LogLevel:ZhongFu"] = "Trace" }, services =>
        {
            services.AddSingleton<ILogEventSink>(lines);
            services.AddSingleton<ILoggerProvider>(provider => new SerilogLoggerProvider(ObservabilityStart.CreateLogger(provider.GetServices<ILogEventSink>(), console: false), dispose: true));
        });
        var client = host.Anonymous();
        await client.PostAsJsonAsync("/api/identity/register", new { userName = "journey", phone = "13612345678", password = "nine purple owls" });
        await client.Login("13612345678", "wrong purple owls");
        var tokens = await (await client.Login("+8613612345678", "nine purple owls")).Json();
        await client.PostText("/api/identity/login", "{\"userName\":\"13612345678\",\"password\":\"nine purple owls\",");
        await client.GetAsync("/api/catalog/products?q=13612345678");
        var browser = host.Browser();
        await browser.Submit("/login", "sign-in", new() { ["Form.Name"] = "13612345678", ["Form.Password"] = "nine purple owls" });
        await browser.Submit("/me/settings", "password", new() { ["Password.Current"] = "nine purple owls", ["Password.New"] = "ten yellow owls" });
        var access = tokens.GetProperty("accessToken").GetString()!;
        client.DefaultRequestHeaders.Authorization = new("Bearer", access);
        await client.GetAsync("/api/identity/me");

        var log = string.Concat(lines.All);
        Assert.True(lines.All.Count > 100, "Hardly anything was logged.");
        foreach (var secret in (string[])["13612345678", "purple owls", "yellow owls", access, tokens.GetProperty("refreshToken").GetString()!])
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call 13800138000 now", "call [phone] now")]
    [InlineData("+86 138-0013-8000", "[phone]")]
    [InlineData("token CfDJ8AbCdEfGhIjKlMnOpQrStUvWxYz_-0123456789.", "token [secret].")]
    [InlineData("key sk_test_4eC39HqLyjWDarjtT1zdp7dc", "key [secret]")]
    [InlineData("trace 13800138000abcdef", "trace 13800138000abcdef")]
    [InlineData("order 20261123138001380001", "order 20261123138001380001")]
    public void Text_loses_phones_and_secrets_and_nothing_else(string text, string expected) => Assert.Equal(expected, PersonalText.Scrub(text));

    [Fact]
    public void Values_with_personal_names_are_removed_however_deep_they_lie()
    {
        var lines = new Lines();
        using var log = ObservabilityStart.CreateLogger([lines], console: false);
        log.Information("Placed {@Order} for {Phone}", new { Number = "A1", Delivery = new { Recipient = "张三", Street = "长安路 1 号", City = "深圳" } }, "13800138000");
        var line = Assert.Single(lines.All);
        foreach (var personal in (string[])["张三", "长安路", "13800138000"]) Assert.DoesNotContain(personal, System.Text.RegularExpressions.Regex.Unescape(line), StringComparison.Ordinal);
        Assert.Contains("A1", line, StringComparison.Ordinal);
    }

    private sealed class Lines : ILogEventSink
    {
        private readonly ScrubbedLines format = new();

        public ConcurrentQueue<string> All { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            using var text = new StringWriter();
            format.Format(logEvent, text);
            All.Enqueue(text.ToString());
        }
    }
}
