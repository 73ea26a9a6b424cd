using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ZhongFu.StripeDouble;

/// <summary>Answers and signs as Stripe does, on loopback, and fails on demand. Speaks the part of the API that the platform uses.</summary>
public sealed class StripeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Body, int Status, string Answer)> remembered = new();
    private readonly ConcurrentQueue<Failure> failures = new();

    private StripeServer(WebApplication app, TimeProvider clock)
    {
        this.app = app;
        Books = new StripeBooks(clock);
        Webhooks = new Webhooks(clock);
    }

    /// <summary>Sessions, payment intents and refunds as this Stripe knows them.</summary>
    public StripeBooks Books { get; }

    /// <summary>Signs and sends events.</summary>
    public Webhooks Webhooks { get; }

    /// <summary>Value for <c>Stripe:ApiBase</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Requests that arrived, retries included: method and path.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Starts on a free port. The clock stamps objects and signatures, so that it may be the platform's fake one.</summary>
    public static async Task<StripeServer> Start(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new StripeServer(builder.Build(), clock ?? TimeProvider.System);
        server.Map();
        await server.app.StartAsync();
        server.Address = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    /// <summary>The next calls fail in this way, one failure for each call.</summary>
    public void FailNext(params Failure[] ways)
    {
        foreach (var way in ways) failures.Enqueue(way);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapPost("/v1/checkout/sessions", http => Answer(http, form => Books.OpenSession(form, Address)));
        app.MapGet("/v1/checkout/sessions/{id}", http => Answer(http, _ => Books.Session(Id(http))));
        app.MapPost("/v1/checkout/sessions/{id}/expire", http => Answer(http, _ => Books.Expire(Id(http))));
        app.MapGet("/v1/payment_intents/{id}", http => Answer(http, _ => Books.Intent(Id(http))));
        app.MapPost("/v1/refunds", http => Answer(http, Books.Refund));
        app.MapGet("/v1/refunds/{id}", http => Answer(http, _ => Books.FindRefund(Id(http))));
        app.MapGet("/pay/{id}", ShowHostedPage);
        app.MapPost("/pay/{id}", PayOnHostedPage);
    }

    private async Task Answer(HttpContext http, Func<IReadOnlyDictionary<string, string>, JsonObject> act)
    {
        Requests.Enqueue($"{http.Request.Method} {http.Request.Path}");
        if (!http.Request.Headers.Authorization.ToString().StartsWith("Bearer sk_", StringComparison.Ordinal))
        {
            await Write(http, 401, StripeBooks.Error("invalid_request_error", "Invalid API Key provided").ToJsonString());
            return;
        }
        failures.TryDequeue(out var failure);
        if (await FailedBefore(http, failure)) return;

        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var (status, answer) = Work(http.Request.Headers["Idempotency-Key"].ToString(), body, act);
        switch (failure)
        {
            case Failure.AnswerLost:
                http.Abort(); // the work is done, the caller never hears of it
                return;
            case Failure.AnswerTooLate:
                await Task.Delay(TimeSpan.FromSeconds(60), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            default:
                await Write(http, status, answer);
                return;
        }
    }

    private (int Status, string Answer) Work(string key, string body, Func<IReadOnlyDictionary<string, string>, JsonObject> act)
    {
        lock (remembered)
        {
            if (key.Length > 0 && remembered.TryGetValue(key, out var first))
            {
                return first.Body == body
                    ? (first.Status, first.Answer)
                    : (400, StripeBooks.Error("idempotency_error", "Keys for idempotent requests can only be used with the same parameters they were first used with.").ToJsonString());
            }
            var answer = act(Form(body));
            var status = answer["error"] is not { } error ? 200 : (string?)error["code"] == "resource_missing" ? 404 : 400;
            var text = answer.ToJsonString();
            if (key.Length > 0) remembered[key] = (body, status, text);
            return (status, text);
        }
    }

    private static async Task<bool> FailedBefore(HttpContext http, Failure failure)
    {
        var (status, type) = failure switch
        {
            Failure.CardDeclined => (402, "card_error"),
            Failure.TooManyRequests => (429, "rate_limit_error"),
            Failure.ServerError => (500, "api_error"),
            _ => (0, ""),
        };
        if (status == 0) return false;
        await Write(http, status, StripeBooks.Error(type, $"planted {failure}").ToJsonString());
        return true;
    }

    private async Task ShowHostedPage(HttpContext http)
    {
        var session = Books.Session(Id(http));
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="zh-CN"><title>Stripe Checkout (double)</title><h1>Stripe Checkout</h1>
            <p>{session["amount_total"]} {session["currency"]}</p><form method="post"><button id="pay">支付</button></form></html>
            """);
    }

    private async Task PayOnHostedPage(HttpContext http)
    {
        var session = Books.Pay(Id(http));
        if (Webhooks.Target is not null) await Webhooks.Send("checkout.session.completed", session);
        http.Response.Redirect(((string)session["success_url"]!).Replace("{CHECKOUT_SESSION_ID}", Id(http), StringComparison.Ordinal));
    }

    private static string Id(HttpContext http) => (string)http.Request.RouteValues["id"]!;

    private static Task Write(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["Request-Id"] = "req_" + Guid.NewGuid().ToString("n")[..14];
        return http.Response.WriteAsync(json);
    }

    private static Dictionary<string, string> Form(string body) => body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Uri.UnescapeDataString(pair[0].Replace('+', ' ')), pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1].Replace('+', ' ')) : "");
}

/// <summary>How a call fails.</summary>
public enum Failure
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>402.</summary>
    CardDeclined,

    /// <summary>429.</summary>
    TooManyRequests,

    /// <summary>500 before anything was done.</summary>
    ServerError,

    /// <summary>The work is done and the connection cut before the answer.</summary>
    AnswerLost,

    /// <summary>The work is done and the answer never comes.</summary>
    AnswerTooLate,
}
