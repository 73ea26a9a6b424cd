using System.Net;
using System.Text.Json;

namespace ZhongFu.Catalog.Tests.Storefront;

[Collection(nameof(Shop))]
public sealed class CatalogueApiTests(Shop shop)
{
    [Fact]
    public async Task The_list_has_the_agreed_shape()
    {
        var list = await shop.Get("/api/catalog/products?county=360734&category=fruit&inStock=true&sort=price&page=1&pageSize=3");
        Assert.Equal(1, list.GetProperty("page").GetInt32());
        Assert.Equal(3, list.GetProperty("pageSize").GetInt32());
        var product = list.GetProperty("items")[0];
        Assert.True(product.GetProperty("id").GetGuid() != Guid.Empty);
        Assert.Equal("寻乌县", product.GetProperty("county").GetString());
        Assert.Equal("fruit", product.GetProperty("category").GetString());
        Assert.True(product.GetProperty("priceFen").GetInt64() > 0);
        Assert.True(product.GetProperty("available").GetInt64() > 0);
        var sku = product.GetProperty("skus")[0];
        foreach (var name in new[] { "id", "code", "barcode", "name", "priceFen", "available" }) Assert.True(sku.TryGetProperty(name, out _), name);
        foreach (var name in new[] { "county", "category", "certificate" })
        {
            var entry = list.GetProperty("facets").GetProperty(name)[0];
            foreach (var field in new[] { "value", "label", "count" }) Assert.True(entry.TryGetProperty(field, out _), field);
        }
    }

    [Fact]
    public async Task All_pages_together_show_320_products_and_600_skus_and_none_twice()
    {
        var products = new List<JsonElement>();
        for (var page = 1; page <= 4; page++) products.AddRange((await shop.Get($"/api/catalog/products?pageSize=100&page={page}")).GetProperty("items").EnumerateArray());
        Assert.Equal(320, products.Select(x => x.GetProperty("id").GetGuid()).Distinct().Count());
        Assert.Equal(600, products.SelectMany(x => x.GetProperty("skus").EnumerateArray()).Select(x => x.GetProperty("id").GetGuid()).Distinct().Count());
    }

    [Fact]
    public async Task A_page_after_the_last_is_empty()
    {
        var list = await shop.Get("/api/catalog/products?page=10000");
        Assert.Equal((0, 320), (list.GetProperty("items").GetArrayLength(), list.GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("page=-1", "page")]
    [InlineData("page=0", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("page=99999999999999", "page")]
    [InlineData("page=abc", "page")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=101", "pageSize")]
    [InlineData("pageSize=1e9", "pageSize")]
    [InlineData("sort=drop", "sort")]
    [InlineData("inStock=maybe", "inStock")]
    public async Task What_cannot_be_meant_is_refused_with_the_fields_name(string query, string field)
    {
        var answer = await shop.Program.GetAsync($"/api/catalog/products?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("/api/catalog/products?q=", 10_000)]
    [InlineData("/api/catalog/suggestions?q=", 10_000)]
    [InlineData("/api/catalog/products?q=", 101)]
    public async Task A_query_that_is_too_long_is_refused(string path, int length) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await shop.Program.GetAsync(path + new string('a', length))).StatusCode);

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("county=%25&category=_")]
    [InlineData("county=nowhere")]
    [InlineData("unknown=1")]
    [InlineData("q=a&q=b")]
    public async Task Odd_but_harmless_questions_get_an_answer(string query) => Assert.Equal(HttpStatusCode.OK, (await shop.Program.GetAsync($"/api/catalog/products?{query}")).StatusCode);

    [Fact]
    public async Task A_county_nobody_knows_has_no_products() => Assert.Equal(0, (await shop.Get("/api/catalog/products?county=nowhere")).GetProperty("total").GetInt32());

    [Fact]
    public async Task Who_has_the_answer_already_is_told_so()
    {
        var first = await shop.Program.GetAsync("/api/catalog/products?category=tea");
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/catalog/products?category=tea");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await shop.Program.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task One_product_shows_whom_it_supports()
    {
        var id = (await shop.Get("/api/catalog/products?q=脐橙&pageSize=1")).GetProperty("items")[0].GetProperty("id").GetGuid();
        var detail = await shop.Get($"/api/catalog/products/{id}");
        Assert.Equal(id, detail.GetProperty("id").GetGuid());
        Assert.True(detail.GetProperty("detail").GetProperty("households").GetInt32() > 0);
        Assert.NotEqual("", detail.GetProperty("detail").GetProperty("village").GetString());
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("not-an-id")]
    public async Task An_unknown_product_is_not_found(string id) => Assert.Equal(HttpStatusCode.NotFound, (await shop.Program.GetAsync($"/api/catalog/products/{id}")).StatusCode);

    [Theory]
    [InlineData("xun", "寻乌县", "county")]
    [InlineData("cha", "茶叶", "category")]
    [InlineData("mht", "修文猕猴桃（贵长）", "product")]
    [InlineData("猕猴", "修文猕猴桃（贵长）", "product")]
    public async Task Suggestions_name_places_categories_and_goods(string typed, string text, string kind)
    {
        var items = (await shop.Get($"/api/catalog/suggestions?q={Uri.EscapeDataString(typed)}")).GetProperty("items").EnumerateArray().ToList();
        Assert.InRange(items.Count, 1, 10);
        Assert.Contains(items, x => x.GetProperty("text").GetString() == text && x.GetProperty("kind").GetString() == kind);
    }

    [Fact]
    public async Task Nothing_typed_suggests_nothing() => Assert.Equal(0, (await shop.Get("/api/catalog/suggestions?q=")).GetProperty("items").GetArrayLength());
}
