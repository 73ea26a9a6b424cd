using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Procurement.Data;
using ZhongFu.TestKit;

namespace ZhongFu.Procurement.Tests;

/// <summary>The people of a unit and of its suppliers, each at a program that speaks to the API.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly Dictionary<string, HttpClient> clients = [];

    private Office(GatewayHost host) => Host = host;

    public GatewayHost Host { get; }

    public static Office Of(GatewayHost host) => new(host);

    public static async Task<Office> Open(Dictionary<string, string?>? settings = null) => new(await GatewayHost.Start(settings));

    /// <summary>The same on a PostgreSQL server, where transactions really run side by side.</summary>
    public static async Task<Office> OpenOnPostgres()
    {
        var office = new Office(await GatewayHost.Start(await TestServers.Postgres()));
        await Eventually.Passes(async () => Assert.NotEmpty(await office.Offers()));
        return office;
    }

    /// <summary>A day on which goods can be wanted.</summary>
    public string Tomorrow => DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime.AddHours(8)).AddDays(1).ToString("yyyy-MM-dd");

    public async Task<HttpClient> As(string userName) => clients.TryGetValue(userName, out var known) ? known : clients[userName] = await Host.SignedIn(userName);

    /// <summary>Everybody signs in anew: tokens do not outlive a clock that was moved far.</summary>
    public void ForgetTokens() => clients.Clear();

    /// <summary>What a cooperative offers to units; the first one is the demonstration supplier's.</summary>
    public async Task<IReadOnlyList<BulkOffer>> Offers(string cooperativePrefix = "寻乌晨光")
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<IBulkOffers>().All(CancellationToken.None);
        return [.. all.Where(x => x.Offer.Cooperative.StartsWith(cooperativePrefix, StringComparison.Ordinal))];
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> Post(string userName, string path, object? body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        using var answer = await (await As(userName)).SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public async Task<JsonElement> Get(string userName, string path) => await (await As(userName)).GetFromJsonAsync<JsonElement>(path);

    /// <summary>Submits pieces of one SKU and returns the one order.</summary>
    public async Task<JsonElement> Submit(Guid skuId, long quantity, string userName = "requester")
    {
        var (status, body) = await Post(userName, "/api/procurement/purchases", Order((skuId, quantity)));
        Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
        return body.GetProperty("orders")[0];
    }

    public object Order(params (Guid SkuId, long Quantity)[] lines) => new
    {
        lines = lines.Select(x => new { skuId = x.SkuId, quantity = x.Quantity }).ToArray(), wantedOn = Tomorrow,
        to = new { name = "一楼收货口", address = "龙岗区演示路 1 号", contact = "王师傅", phone = "13800138000", window = "06:00-08:00" },
    };

    /// <summary>Submits and approves.</summary>
    public async Task<JsonElement> Approved(Guid skuId, long quantity)
    {
        var order = await Submit(skuId, quantity);
        var (status, body) = await Post("approver", $"/api/procurement/purchases/{order.GetProperty("id")}/decision", new { approve = true, contentHash = order.GetProperty("contentHash").GetString() });
        Assert.True(status == HttpStatusCode.OK, $"{status} {body}");
        return order;
    }

    /// <summary>Confirms an approved order and sends everything.</summary>
    public async Task<JsonElement> Shipped(JsonElement order, params (int Line, long Quantity)[] lines)
    {
        await Expect(HttpStatusCode.NoContent, "supplier", $"/api/procurement/supply/orders/{order.GetProperty("id")}/answer", new { confirm = true });
        return await Ship(order, lines);
    }

    public Task<JsonElement> Ship(JsonElement order, params (int Line, long Quantity)[] lines) => Expect(HttpStatusCode.Created, "supplier", $"/api/procurement/supply/orders/{order.GetProperty("id")}/deliveries",
        new { lines = lines.Select(x => new { line = x.Line, quantity = x.Quantity, batch = "XW20261120-01", certificate = "DEMO-1" }).ToArray(), vehicle = "粤B12345", driver = "李师傅" });

    /// <summary>Records a receipt of one line by the receiver and has it signed by the checker.</summary>
    public async Task<JsonElement> Received(JsonElement delivery, long accepted, long rejected = 0, long? grams = null, string? consent = null)
    {
        var receipt = await Expect(HttpStatusCode.Created, "receiver", "/api/procurement/receipts",
            new { deliveryId = delivery.GetProperty("id").GetGuid(), lines = new[] { new { line = 1, accepted, rejected, grams, reason = rejected > 0 ? "压伤" : null, consent } } });
        await Expect(HttpStatusCode.NoContent, "checker", $"/api/procurement/receipts/{receipt.GetProperty("id")}/check", new { sign = true });
        return receipt;
    }

    /// <summary>Posts and insists on the answer's status.</summary>
    public async Task<JsonElement> Expect(HttpStatusCode expected, string userName, string path, object? body)
    {
        var (status, answer) = await Post(userName, path, body);
        Assert.True(status == expected, $"{userName} {path}: {status} {answer}");
        return answer;
    }

    public Task<T> Look<T>(Func<ProcurementDb, Task<T>> look) => Host.Look(look);

    /// <summary>Every broken rule of the module's books.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        await Eventually.True(Host.NothingWaits, TimeSpan.FromSeconds(60)); // what is told by message has arrived
        await using var scope = Host.Services.CreateAsyncScope();
        var found = new List<string>();
        foreach (var invariant in scope.ServiceProvider.GetServices<IInvariant>().Where(x => x.GetType().Assembly == typeof(ProcurementModule).Assembly)) found.AddRange(await invariant.FindViolations(CancellationToken.None));
        return found;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
