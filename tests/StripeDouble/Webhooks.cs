using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ZhongFu.StripeDouble;

/// <summary>Makes events, signs them as Stripe does (HMAC-SHA256 over "timestamp.body") and posts them; twice, late and in any order as the test likes.</summary>
public sealed class Webhooks(Func<DateTimeOffset> now)
{
    /// <summary>Shared secret, value for <c>Stripe:WebhookSecret</c>.</summary>
    public const string Secret = "whsec_double_0123456789abcdef0123456789abcdef";

    /// <summary>Where events go: a client whose base address is the platform. Null: never.</summary>
    public HttpClient? Target { get; set; }

    /// <summary>An event about an object.</summary>
    public JsonObject Event(string type, JsonObject about, string? id = null) => new()
    {
        ["id"] = id ?? "evt_" + Guid.NewGuid().ToString("n"), ["object"] = "event", ["api_version"] = "2026-10-28.endive", ["created"] = now().ToUnixTimeSeconds(),
        ["livemode"] = false, ["pending_webhooks"] = 1, ["type"] = type, ["data"] = new JsonObject { ["object"] = about.DeepClone() },
        ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
    };

    /// <summary>Makes an event and posts it.</summary>
    public Task<HttpStatusCode> Send(string type, JsonObject about) => Post(Event(type, about));

    /// <summary>Posts an event; <paramref name="age"/> makes the signature that old, <paramref name="secret"/> signs with another secret,
    /// <paramref name="tamper"/> changes the body after it was signed.</summary>
    public async Task<HttpStatusCode> Post(JsonObject happened, TimeSpan age = default, string secret = Secret, Func<string, string>? tamper = null)
    {
        var body = happened.ToJsonString();
        var timestamp = (now() - age).ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ordering/payments/stripe/webhook") { Content = new StringContent(tamper?.Invoke(body) ?? body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", $"t={timestamp},v1={Sign($"{timestamp}.{body}", secret)}");
        using var answer = await (Target ?? throw new InvalidOperationException("Webhooks.Target is not set.")).SendAsync(request);
        return answer.StatusCode;
    }

    private static string Sign(string payload, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(payload)));
}
