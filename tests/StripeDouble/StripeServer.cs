using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ZhongFu.StripeDouble;

/// <summary>Answers and signs as Stripe does, on loopback, and fails on demand. Speaks the part of the API that the platform uses.</summary>
public sealed class StripeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, (string Request, int Status, string Answer)> remembered = [];
    private readonly List<(string Call, Failure Way)> failures = [];

    private StripeServer(WebApplication app)
    {
        this.app = app;
        Books = new StripeBooks(() => Clock.GetUtcNow());
        Webhooks = new Webhooks(() => Clock.GetUtcNow());
    }

    /// <summary>Stamps objects and signatures; a test sets the platform's fake one.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Sessions, payment intents and refunds as this Stripe knows them.</summary>
    public StripeBooks Books { get; }

    /// <summary>Signs and sends events.</summary>
    public Webhooks Webhooks { get; }

    /// <summary>Value for <c>Stripe:ApiBase</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Requests that arrived, repeats included: <c>POST /v1/refunds</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Starts on a port; 0 is a free one.</summary>
    public static async Task<StripeServer> Start(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var server = new StripeServer(builder.Build());
        server.Map();
        await server.app.StartAsync();
        server.Address = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    /// <summary>The next calls whose method and path begin so fail in these ways, one failure for each.</summary>
    public void FailNext(string call, params Failure[] ways)
    {
        lock (failures) failures.AddRange(ways.Select(way => (call, way)));
    }

    /// <summary>No call fails any more.</summary>
    public void ForgetFailures()
    {
        lock (failures) failures.Clear();
    }

    /// <summary>Runs until the process is asked to stop.</summary>
    public Task WaitForShutdown() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapPost("/v1/checkout/sessions", http => Answer(http, form => Books.OpenSession(form, Address)));
        app.MapGet("/v1/checkout/sessions", http => Answer(http, _ => Books.Sessions(http.Request.Query["payment_intent"])));
        app.MapGet("/v1/checkout/sessions/{id}", http => Answer(http, _ => Books.Session(Id(http))));
        app.MapPost("/v1/checkout/sessions/{id}/expire", http => Answer(http, _ => Books.Expire(Id(http))));
        app.MapGet("/v1/payment_intents/{id}", http => Answer(http, _ => Books.Intent(Id(http))));
        app.MapPost("/v1/refunds", http => Answer(http, Books.Refund));
        app.MapGet("/v1/refunds", http => Answer(http, _ => Books.RefundsOf(http.Request.Query["payment_intent"])));
        app.MapGet("/v1/refunds/{id}", http => Answer(http, _ => Books.FindRefund(Id(http))));
        app.MapHostedPage(this);
    }

    private async Task Answer(HttpContext http, Func<IReadOnlyDictionary<string, string>, JsonObject> act)
    {
        var call = $"{http.Request.Method} {http.Request.Path}";
        Requests.Enqueue(call);
        if (!http.Request.Headers.Authorization.ToString().StartsWith("Bearer sk_", StringComparison.Ordinal))
        {
            await Write(http, 401, StripeBooks.Error("invalid_request_error", "Invalid API Key provided").ToJsonString());
            return;
        }
        var failure = NextFailure(call);
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var (status, answer) = failure == Failure.TooManyRequests
            ? (429, StripeBooks.Error("invalid_request_error", "Too many requests", "rate_limit").ToJsonString()) // refused before it began: no key remembers it
            : Work(call, http.Request.Headers["Idempotency-Key"].ToString(), body, failure, act);
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

    private Failure NextFailure(string call)
    {
        lock (failures)
        {
            var at = failures.FindIndex(x => call.StartsWith(x.Call, StringComparison.Ordinal));
            if (at < 0) return Failure.None;
            var way = failures[at].Way;
            failures.RemoveAt(at);
            return way;
        }
    }

    /// <summary>The first answer to a key is kept, errors included, and given again; the same key for something else is an error.</summary>
    private (int Status, string Answer) Work(string call, string key, string body, Failure failure, Func<IReadOnlyDictionary<string, string>, JsonObject> act)
    {
        lock (remembered)
        {
            var request = $"{call}\n{body}";
            if (key.Length > 0 && remembered.TryGetValue(key, out var first))
            {
                return first.Request == request
                    ? (first.Status, first.Answer)
                    : (400, StripeBooks.Error("idempotency_error", "Keys for idempotent requests can only be used with the same parameters they were first used with.").ToJsonString());
            }
            var (status, answer) = failure switch
            {
                Failure.CardDeclined => (402, StripeBooks.Error("card_error", "Declined", "insufficient_funds")),
                Failure.ServerError => (500, StripeBooks.Error("api_error", "Something went wrong on Stripe's end.")),
                Failure.ServerErrorAfterWork => DoneInVain(act(Form.Read(body))),
                _ => Done(act(Form.Read(body))),
            };
            var text = answer.ToJsonString();
            if (key.Length > 0) remembered[key] = (request, status, text);
            return (status, text);
        }
    }

    private static (int Status, JsonObject Answer) Done(JsonObject answer) => (answer["error"] is not { } error ? 200 : (string?)error["code"] == "resource_missing" ? 404 : 400, answer);

    private static (int Status, JsonObject Answer) DoneInVain(JsonObject _) => (500, StripeBooks.Error("api_error", "Something went wrong on Stripe's end."));

    private static string Id(HttpContext http) => (string)http.Request.RouteValues["id"]!;

    private static Task Write(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["Request-Id"] = "req_" + Guid.NewGuid().ToString("n")[..14];
        if (status == 500) http.Response.Headers["Stripe-Should-Retry"] = "false"; // the key would only repeat it
        return http.Response.WriteAsync(json);
    }
}
