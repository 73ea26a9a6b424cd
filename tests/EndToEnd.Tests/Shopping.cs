using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ZhongFu.TestKit;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>What a buyer does with the pages, in the words on the buttons.</summary>
internal static class Shopping
{
    /// <summary>A button by its exact name.</summary>
    public static ILocator Button(this IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A link in the content by its exact name.</summary>
    public static ILocator Link(this IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>Puts a product into the cart through the page that chooses the specification, which needs no script.</summary>
    public static async Task AddToCart(this IPage page, int product)
    {
        await page.GotoAsync($"/p/{product}/options?next=cart");
        await page.Button("加入购物车").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已加入购物车" })).ToBeAttachedAsync();
    }

    /// <summary>Fills in the address page and saves; the district is the one it proposes.</summary>
    public static async Task AddAddress(this IPage page)
    {
        await page.GotoAsync("/me/addresses/new?returnUrl=/checkout");
        await page.GetByLabel("收货人").FillAsync("李小禾");
        await page.GetByLabel("手机号").FillAsync("13800138000");
        await page.GetByLabel("街道乡镇", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Value = "440307015" });
        await page.GetByLabel("详细地址").FillAsync("展销路 8 号");
        await page.Button("保存").ClickAsync();
        await page.WaitForURLAsync(new Regex("^[^?]+/checkout$"));
    }

    /// <summary>From a checkout with everything chosen to the cashier; returns the number of the order.</summary>
    public static async Task<string> PlaceOrder(this IPage page)
    {
        if (await page.Locator("#noreturn").CountAsync() > 0) await page.Locator("#noreturn input").CheckAsync();
        await page.Button("提交订单").ClickAsync();
        await page.WaitForURLAsync(new Regex("/pay/"));
        return new Uri(page.Url).Segments[^1];
    }

    /// <summary>From the cashier through the sandbox; ends on the page with the outcome.</summary>
    public static async Task PayInTheSandbox(this IPage page)
    {
        await page.Locator("main form button.p").ClickAsync();
        await page.WaitForURLAsync("**/pay/sandbox/*");
        await page.Button("支付成功").ClickAsync();
        await page.WaitForURLAsync("**/result");
    }

    /// <summary>Looks at a page again until its first heading says so: what a buyer without script does.</summary>
    public static Task Reaches(this IPage page, string path, string heading) => Eventually.True(async () =>
    {
        await page.GotoAsync(path);
        return await page.Locator("h1").InnerTextAsync() == heading;
    });

    /// <summary>Id of an article by its code.</summary>
    public static async Task<Guid> Article(this GatewayHost host, string code) =>
        (await (await host.SignedIn("manager")).GetFromJsonAsync<JsonElement>($"/api/showroom/shelf-items?code={code}")).GetProperty("skuId").GetGuid();

    /// <summary>Goods come in at the showroom.</summary>
    public static async Task ReceiveInShowroom(this GatewayHost host, Guid skuId, long quantity) =>
        await (await host.SignedIn("manager")).Do("/api/showroom/receipts", new { locationId = "01a19467-ec6c-7859-bcb9-6df65ba03ba5", lines = new[] { new { skuId, quantity } } });

    /// <summary>A sale at another till, in the showroom.</summary>
    public static async Task SellAtCounter(this GatewayHost host, Guid skuId, long quantity) => await (await host.SignedIn("cashier")).Do("/api/showroom/sales", new
    {
        deviceId = Guid.NewGuid().ToString(), localNumber = 1, soldAt = host.Clock.GetUtcNow().UtcDateTime,
        lines = new[] { new { skuId, quantity } }, tenders = new[] { new { kind = "Cash", amountFen = 10_000_000 } },
    });

    /// <summary>An order by a program of the buyer; answers when the goods are set aside.</summary>
    public static Task<JsonElement> Order(this HttpClient buyer, Guid skuId, int quantity = 1) => buyer.Do("/api/ordering/orders", new
    {
        lines = new[] { new { skuId, quantity } },
        delivery = new { kind = "Courier", recipient = "李小禾", phone = "13800138000", province = "44", city = "4403", district = "440307", street = "440307015", detail = "展销路 8 号" },
    });

    /// <summary>Pays an order at the sandbox; returns its id when it counts as paid.</summary>
    public static async Task<Guid> Pay(this HttpClient buyer, JsonElement order)
    {
        var id = order.GetProperty("id").GetGuid();
        var payment = (await buyer.Do($"/api/ordering/orders/{id}/payments")).GetProperty("id").GetGuid();
        await buyer.Do($"/api/ordering/payments/sandbox/{payment}/complete");
        await Eventually.True(async () => (await buyer.Read($"/api/ordering/orders/{id}")).GetProperty("state").GetString() == "Paid");
        return id;
    }

    /// <summary>Reads an answer of the API.</summary>
    public static Task<JsonElement> Read(this HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Asks for something to be done, once.</summary>
    public static async Task<JsonElement> Do(this HttpClient client, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? new { }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadAsStringAsync() is { Length: > 0 } text ? JsonDocument.Parse(text).RootElement : default;
    }
}
