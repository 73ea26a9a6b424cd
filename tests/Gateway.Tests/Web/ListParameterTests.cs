using System.Net;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Web;

/// <summary>What callers write into the parameters of lists: refused with the field named, never an error of ours.</summary>
[Collection(OnSharedGateway.Name)]
public sealed class ListParameterTests(SharedGateway shared)
{
    private static readonly string[] Broken = ["-1", "0", "1e9", "2147483648", "99999999999999999999", "1.5", "NaN", "abc", "%00", "1%202", "%E2%80%8B1"];

    public static TheoryData<string, string, string> Lists => new()
    {
        { "/api/platform/audit", "page", "operator" },
        { "/api/catalog/products", "page", "citizen" },
        { "/api/catalog/products", "pageSize", "citizen" },
        { "/api/showroom/stock", "page", "operator" },
        { "/api/showroom/stock", "pageSize", "operator" },
        { "/api/ordering/orders", "cursor", "citizen" },
        { "/api/ordering/orders", "state", "citizen" },
        { "/api/catalog/products", "sort", "citizen" },
        { "/api/catalog/products", "inStock", "citizen" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_value_that_cannot_be_meant_is_refused_by_name(string list, string parameter, string who)
    {
        var client = await shared.Host.SignedIn(who);
        foreach (var value in Broken.Where(x => parameter is not "inStock" || x is not "0"))
        {
            var answer = await client.GetAsync($"{list}?{parameter}={value}");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{list}?{parameter}={value} answers {(int)answer.StatusCode}");
            Assert.Contains($"\"{parameter}\":[", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/ops/audit?page="), InlineData("/search?page="), InlineData("/c?page="), InlineData("/me/orders?cursor="), InlineData("/ops/orders?cursor="), InlineData("/me/orders?state="), InlineData("/ops/orders?number=")]
    [InlineData("/pos/sales?page="), InlineData("/pos/stock?page="), InlineData("/cart?added="), InlineData("/ops/refunds?number="), InlineData("/search?band=")]
    public async Task An_address_typed_by_hand_never_breaks_a_page(string address)
    {
        var browser = shared.Host.Browser();
        await browser.Submit("/login", "sign-in", new() { ["Form.Name"] = "operator", ["Form.Password"] = GatewayHost.DemoPassword });
        foreach (var value in Broken) Assert.True((int)(await browser.GetAsync(address + value)).StatusCode < 500, address + value);
    }
}
