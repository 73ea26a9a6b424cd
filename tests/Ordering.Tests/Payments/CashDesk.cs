using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Orders;
using ZhongFu.Ordering.Payments;
using ZhongFu.StripeDouble;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Payments;

/// <summary>The whole platform with a Stripe beside it that does what the test says.</summary>
public class CashDesk : IAsyncLifetime
{
    private readonly Dictionary<string, (HttpClient Client, DateTimeOffset Since)> people = [];
    private Queue<Goods> goods = [];

    public GatewayHost Host { get; private set; } = null!;

    public StripeServer Stripe { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Stripe = await StripeServer.Start();
        Host = await GatewayHost.Start(new(await Storage())
        {
            ["Stripe:ApiKey"] = "sk_test_double", ["Stripe:WebhookSecret"] = Webhooks.Secret, ["Stripe:ApiBase"] = Stripe.Address, ["Stripe:TimeoutSeconds"] = "1",
        });
        Stripe.Clock = Host.Clock;
        Stripe.Webhooks.Target = Host.Anonymous();
        // On new storage the opening stock reaches the catalogue by messages.
        await Eventually.True(async () =>
        {
            goods = new(await InStock());
            return goods.Count >= 40;
        }, TimeSpan.FromSeconds(90));
    }

    /// <summary>Where the platform keeps its books.</summary>
    protected virtual Task<Dictionary<string, string?>> Storage() => Task.FromResult(new Dictionary<string, string?>());

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Stripe.DisposeAsync();
    }

    /// <summary>A SKU that no other test of this class has.</summary>
    internal Goods Take() => goods.Dequeue();

    private async Task<IEnumerable<Goods>> InStock() =>
        from item in (await Host.Anonymous().GetFromJsonAsync<JsonElement>("/api/catalog/products?pageSize=100&inStock=true")).GetProperty("items").EnumerateArray()
        from sku in item.GetProperty("skus").EnumerateArray()
        where sku.GetProperty("available").GetInt64() is >= 20 and <= 999
        select new Goods(sku.GetProperty("id").GetGuid(), sku.GetProperty("priceFen").GetInt64(), sku.GetProperty("available").GetInt64(), item.GetProperty("name").GetString()!);

    /// <summary>Signed in, again when the clock has moved on: tokens run out.</summary>
    public async Task<HttpClient> Person(string name)
    {
        var now = Host.Clock.GetUtcNow();
        if (!people.TryGetValue(name, out var known) || now - known.Since > TimeSpan.FromMinutes(20)) people[name] = known = (await Host.SignedIn(name), now);
        return known.Client;
    }

    internal async Task<Bought> Order(Goods? wanted = null, int quantity = 1, string buyer = "citizen")
    {
        var order = await (await Market.Order(await Person(buyer), ((wanted ?? Take()).SkuId, quantity))).Json(201);
        Assert.Equal("Reserved", order.Text("state"));
        return new Bought(order.GetProperty("id").GetGuid(), order.Text("number"), order.Number("totalFen"), buyer);
    }

    internal async Task<HttpResponseMessage> AskToPay(Bought order, string? key = null, string? buyer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/ordering/orders/{order.Id}/payments");
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await (await Person(buyer ?? order.Buyer)).SendAsync(request);
    }

    /// <summary>An order whose buyer stands before Stripe's page.</summary>
    internal async Task<Attempt> AtTheCashier(Bought? order = null)
    {
        order ??= await Order();
        var opened = await (await AskToPay(order)).Json(201);
        var paymentId = opened.GetProperty("id").GetGuid();
        return new Attempt(order, paymentId, (string)Stripe.Books.SessionOf(paymentId)["id"]!);
    }

    /// <summary>An order that was paid, and the news of it arrived.</summary>
    internal async Task<Attempt> Paid(Bought? order = null)
    {
        var attempt = await AtTheCashier(order);
        Assert.Equal(200, (int)await Stripe.Webhooks.Send("checkout.session.completed", Stripe.Books.Pay(attempt.SessionId)));
        Assert.Equal(OrderState.Paid, await StateOf(attempt.Order));
        return attempt;
    }

    internal string IntentOf(Attempt attempt) => (string)Stripe.Books.Session(attempt.SessionId)["payment_intent"]!;

    internal async Task<HttpResponseMessage> Cancel(Bought order) => await (await Person(order.Buyer)).PostAsync($"/api/ordering/orders/{order.Id}/cancel", null);

    internal async Task<HttpResponseMessage> Refund(Bought order, object body, string? key = null, string by = "operator")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/ordering/orders/{order.Id}/refunds") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await (await Person(by)).SendAsync(request);
    }

    internal Task<OrderState> StateOf(Bought order) => Look(db => db.Orders.Where(x => x.Id == order.Id).Select(x => x.State).SingleAsync());

    internal Task<Payment> PaymentOf(Attempt attempt) => Look(db => db.Payments.AsNoTracking().SingleAsync(x => x.Id == attempt.PaymentId));

    internal Task<List<Refund>> RefundsOf(Bought order) => Look(db => db.Refunds.AsNoTracking().Where(x => x.OrderId == order.Id).OrderBy(x => x.RequestedAt).ToListAsync());

    /// <summary>All of it went back at Stripe, once, and our books say so.</summary>
    internal async Task WentBack(Attempt attempt)
    {
        var refund = Assert.Single(await RefundsOf(attempt.Order), x => x.PaymentId == attempt.PaymentId);
        Assert.Equal((RefundState.Succeeded, attempt.Order.TotalFen), (refund.State, refund.AmountFen));
        Assert.Equal(attempt.Order.TotalFen, Stripe.Books.RefundedFen(IntentOf(attempt)));
    }

    internal Task<T> Look<T>(Func<OrderingDb, Task<T>> look) => Host.Look(look);

    /// <summary>Lets the platform's jobs run; in steps, as each waits for its own time.</summary>
    public void Pass(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(30)) Host.Clock.Advance(left < TimeSpan.FromSeconds(30) ? left : TimeSpan.FromSeconds(30));
    }

    /// <summary>Waits for what a job does, and gives the jobs their time.</summary>
    internal Task Soon(Func<Task> check) => Eventually.Passes(async () =>
    {
        try { await check(); }
        catch (Xunit.Sdk.XunitException)
        {
            Host.Clock.Advance(TimeSpan.FromSeconds(5));
            throw;
        }
    });

    internal JsonObject Event(string type, JsonObject about, string? id = null) => Stripe.Webhooks.Event(type, about, id);
}

/// <summary>The same on a server, where writers do not wait for each other's turn.</summary>
public sealed class PostgresCashDesk : CashDesk
{
    protected override Task<Dictionary<string, string?>> Storage() => TestServers.PostgresAndRabbitMq();
}

/// <summary>An order that was placed and reserved.</summary>
internal sealed record Bought(Guid Id, string Number, long TotalFen, string Buyer);

/// <summary>An attempt to pay an order.</summary>
internal sealed record Attempt(Bought Order, Guid PaymentId, string SessionId);
