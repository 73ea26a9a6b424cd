using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Servers;

/// <summary>Head office and showroom as two processes with RabbitMQ between, and the cable pulled under load.
/// <c>ZHONGFU_CUT_SECONDS</c> makes the cut longer than the suite has time for.</summary>
public sealed class NetworkCutTests : IDisposable
{
    private static readonly TimeSpan CutFor = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("ZHONGFU_CUT_SECONDS") ?? "25", CultureInfo.InvariantCulture));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<Guid, long> sold = [];
    private readonly CancellationTokenSource closingTime = new(), allSettled = new();

    public void Dispose()
    {
        closingTime.Dispose();
        allSettled.Dispose();
    }

    [Fact]
    public async Task The_counter_sells_on_while_the_link_is_cut_and_afterwards_both_sides_agree()
    {
        var bus = await TestServers.RabbitMq();
        var broker = new Uri(bus["Bus:Uri"]!);
        await using var link = new CuttableLink(broker.Host, broker.Port);
        await using var office = await GatewayProcess.StartEmpty(new(bus) { ["Modules:Enabled"] = "catalog,ordering,procurement,insight" });
        await using var showroom = await GatewayProcess.StartEmpty(new(bus) { ["Bus:Uri"] = new UriBuilder(broker) { Port = link.Port }.ToString(), ["Modules:Enabled"] = "showroom" });
        var (buyer, cashier, keeper) = (await office.SignedIn("citizen"), await showroom.SignedIn("cashier"), await showroom.SignedIn("operator"));
        await Eventually.Passes(async () => Assert.Equal(600, (await cashier.GetFromJsonAsync<JsonElement>("/api/showroom/till/catalogue")).GetProperty("items").GetArrayLength()), Patience);
        var goods = await Goods(buyer, 20);
        var counterOnly = goods[0];

        // In order per SKU: goods that are only ever sold can only become fewer, also while a minute's news arrive at once.
        var watching = Watch(buyer, counterOnly);
        var selling = Task.WhenAll(Enumerable.Range(1, 2).Select(till => Sell(cashier, $"TILL-{till}", goods)));
        await Task.Delay(TimeSpan.FromSeconds(2)); // load on a link that is whole, so that it is cut in the middle of something

        link.Cut();
        var before = sold.Values.Sum();
        var ordering = Task.WhenAll(Enumerable.Range(0, 20).Select(i => Order(buyer, goods[1 + i % 3].Sku)));
        await Task.Delay(CutFor);
        var during = sold.Values.Sum() - before;
        var orders = await ordering;
        link.Restore();

        Assert.True(during > CutFor.TotalSeconds, $"Only {during} pieces were sold in {CutFor.TotalSeconds} s without a link.");
        Assert.All(orders, order => Assert.Equal("Placed", order.State));
        await closingTime.CancelAsync();
        await selling;
        foreach (var order in orders) // the stock's answer came late, but it came
            await Eventually.Passes(async () => Assert.Equal("Reserved", (await buyer.GetFromJsonAsync<JsonElement>($"/api/ordering/orders/{order.Id}")).GetProperty("state").GetString()), Patience);
        foreach (var one in goods)
            await Eventually.Passes(async () => Assert.Equal((await Available(keeper, one.Sku), one.SoldBefore + sold.GetValueOrDefault(one.Sku)), await Shown(buyer, one)), Patience);
        await allSettled.CancelAsync();
        await watching;
        await Reconciles(office);
        await Reconciles(showroom);
    }

    private async Task Sell(HttpClient cashier, string till, IReadOnlyList<Piece> goods)
    {
        for (var number = 1; !closingTime.IsCancellationRequested; number++)
        {
            var one = goods[number % goods.Count];
            var sale = new { deviceId = till, localNumber = number, soldAt = DateTime.UtcNow, lines = new[] { new { skuId = one.Sku, quantity = 1, priceFen = one.PriceFen } }, tenders = new[] { new { kind = "Cash", amountFen = one.PriceFen } } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/showroom/sales") { Content = JsonContent.Create(sale) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await cashier.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            sold.AddOrUpdate(one.Sku, 1, (_, count) => count + 1);
            await Task.Delay(100);
        }
    }

    private static async Task<(Guid Id, string State)> Order(HttpClient buyer, Guid sku)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ordering/orders")
        {
            Content = JsonContent.Create(new
            {
                lines = new[] { new { skuId = sku, quantity = 1 } },
                delivery = new { kind = "Courier", recipient = "演示", phone = "13800138000", province = "44", city = "4403", district = "440307", street = "440307003", detail = "演示路 1 号" },
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await buyer.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var order = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (order.GetProperty("id").GetGuid(), order.GetProperty("state").GetString()!);
    }

    private async Task Watch(HttpClient buyer, Piece one)
    {
        for (var seen = long.MaxValue; !allSettled.IsCancellationRequested; await Task.Delay(50))
        {
            var (now, _) = await Shown(buyer, one);
            Assert.True(now <= seen, $"The shop showed {now} pieces after {seen}: older news came over newer.");
            seen = now;
        }
    }

    /// <summary>What the shop says: pieces to be had, and pieces sold of the product.</summary>
    private static async Task<(long Available, long Sold)> Shown(HttpClient buyer, Piece one)
    {
        var product = await buyer.GetFromJsonAsync<JsonElement>($"/api/catalog/products/{one.Product}");
        return (product.GetProperty("skus").EnumerateArray().Single(x => x.GetProperty("id").GetGuid() == one.Sku).GetProperty("available").GetInt64(), product.GetProperty("sold").GetInt64());
    }

    /// <summary>What the showroom's own books say: pieces to be had at the places that serve the shop.</summary>
    private static async Task<long> Available(HttpClient keeper, Guid sku) =>
        (await keeper.GetFromJsonAsync<JsonElement>($"/api/showroom/stock?skuId={sku}")).GetProperty("items").EnumerateArray()
            .Where(x => x.GetProperty("location").GetString() is "中央仓（演示）" or "龙岗消费帮扶展销中心（演示）").Sum(x => Math.Max(0, x.GetProperty("available").GetInt64()));

    /// <summary>One SKU of each of some products, with plenty of pieces.</summary>
    private static async Task<IReadOnlyList<Piece>> Goods(HttpClient buyer, int count)
    {
        var found = new List<Piece>();
        await Eventually.Passes(async () =>
        {
            found.Clear();
            var list = await buyer.GetFromJsonAsync<JsonElement>("/api/catalog/products?inStock=true&pageSize=100");
            foreach (var item in list.GetProperty("items").EnumerateArray())
                foreach (var sku in item.GetProperty("skus").EnumerateArray().Where(x => x.GetProperty("available").GetInt64() >= 60).Take(1))
                    found.Add(new Piece(item.GetProperty("id").GetString()!, sku.GetProperty("id").GetGuid(), sku.GetProperty("priceFen").GetInt64(), 0));
            Assert.True(found.Count >= count);
        }, Patience);
        var chosen = new List<Piece>();
        foreach (var one in found.Take(count)) chosen.Add(one with { SoldBefore = (await Shown(buyer, one)).Sold });
        return chosen;
    }

    private static async Task Reconciles(GatewayProcess process)
    {
        var (exit, text) = await process.Run("reconcile");
        Assert.True(exit == 0, text);
    }

    private sealed record Piece(string Product, Guid Sku, long PriceFen, long SoldBefore);
}
