using System.Net;
using System.Text.RegularExpressions;
using ZhongFu.Catalog.Showcase;

namespace ZhongFu.Catalog.Tests.Storefront;

[Collection(nameof(Shop))]
public sealed class ShopPageTests(Shop shop)
{
    [Theory]
    [InlineData("/", "本周鲜到", "县域专场", "寻乌县", "约 ¥")]
    [InlineData("/c", "鲜果", "茶叶", "共 320 件", "")]
    [InlineData("/c/tea", "凤庆滇红工夫", "", "", "")]
    [InlineData("/search?q=mht", "修文猕猴桃", "产地县", "", "")]
    [InlineData("/search?q=zzzzzz", "没有找到“zzzzzz”", "", "", "")]
    [InlineData("/p/1", "修文猕猴桃（贵长）", "谷堡镇 云架村", "示意图", "本单预计为农户增收 ¥21.20")]
    [InlineData("/p/1/options", "10斤装", "加入购物车", "立即购买", "name=\"skuId\"")]
    [InlineData("/origin", "那坡县", "靖西市", "海丰县", "结对帮扶县")]
    [InlineData("/origin/360734", "东江", "寻乌晨光脐橙合作社", "寻乌脐橙", "186 户")]
    [InlineData("/trace/XN20261107-01", "谷堡镇云架村西坡果园", "DEMO-HGZ-20261107-0001", "合格", "2026-11-07")]
    public async Task A_page_shows_what_people_look_for(string path, params string[] texts)
    {
        var answer = await shop.Browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/p/99999", 404)]
    [InlineData("/c/nothing", 404)]
    [InlineData("/origin/000000", 404)]
    [InlineData("/trace/nothing", 404)]
    [InlineData("/search?page=-1", 400)]
    [InlineData("/?sort=drop", 400)]
    public async Task What_does_not_exist_says_so(string path, int status) => Assert.Equal(status, (int)(await shop.Browser.GetAsync(path)).StatusCode);

    [Fact]
    public async Task Fruit_by_price_is_a_list_of_rising_prices_each_with_unit_price_and_county()
    {
        var page = WebUtility.HtmlDecode(await shop.Browser.GetStringAsync("/?kind=fruit&sort=price"));
        var prices = Regex.Matches(page, @"</small>(\d+\.\d\d)</div>").Select(x => decimal.Parse(x.Groups[1].Value)).ToList();
        Assert.Equal(20, prices.Count);
        Assert.Equal(prices.Order(), prices);
        Assert.Equal(20, Regex.Count(page, "/斤</div>"));
        Assert.Equal(20, Regex.Count(page, "class=\"seal\""));
    }

    [Fact]
    public async Task A_link_to_sort_keeps_what_was_chosen()
    {
        var page = WebUtility.HtmlDecode(await shop.Browser.GetStringAsync("/?kind=fruit&page=2"));
        Assert.Contains("href=\"/?kind=fruit&sort=price\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sold_out_product_says_so_and_cannot_be_added()
    {
        var gone = shop.Shelf.Current.Facts.Products[300];
        for (var i = 0; i < gone.Skus.Count; i++) shop.Shelf.ShowStock(gone.Skus[i].Id, 0, long.MaxValue);
        await TestKit.Eventually.Passes(async () =>
        {
            var page = WebUtility.HtmlDecode(await shop.Browser.GetStringAsync($"/p/{gone.Product.Number}"));
            Assert.Contains("<button class=\"btn\" disabled>已售罄</button>", page, StringComparison.Ordinal);
        });
        var options = WebUtility.HtmlDecode(await shop.Browser.GetStringAsync($"/p/{gone.Product.Number}/options"));
        Assert.Matches("<input[^>]+disabled[^>]*>\\s*<span>[^<]+<small>已售罄</small></span>", options);
    }

    [Fact]
    public async Task A_search_text_is_shown_inert() =>
        Assert.DoesNotContain("<script>alert", await shop.Browser.GetStringAsync("/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>")), StringComparison.Ordinal);

    [Fact]
    public async Task The_front_page_is_small()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Encoding", "br");
        Assert.InRange((await (await shop.Browser.SendAsync(request)).Content.ReadAsByteArrayAsync()).Length, 1_000, 16 * 1024);
    }

    [Fact]
    public async Task Pages_for_everybody_hold_nothing_personal()
    {
        foreach (var path in new[] { "/", "/c", "/search?q=mht", "/p/1", "/p/1/options", "/origin" })
        {
            var answer = await shop.Browser.GetAsync(path);
            Assert.DoesNotContain("__RequestVerificationToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task The_English_page_speaks_English()
    {
        var page = WebUtility.HtmlDecode(await shop.Browser.GetStringAsync("/p/1?lang=en"));
        Assert.Contains("Xiuwen Guichang Kiwifruit", page, StringComparison.Ordinal);
        Assert.Contains("Add to cart", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_may_be_kept_for_ever()
    {
        var answer = await shop.Program.GetAsync(shop.Shelf.Current.Facts.Products[0].PicturePath);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Program.GetAsync("/art/kiwi/0000000000000000.svg")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await shop.Program.GetAsync("/art/county/360734.svg")).StatusCode);
    }
}
