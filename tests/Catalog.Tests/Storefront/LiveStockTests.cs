using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Catalog.Storefront.WatchStock;

namespace ZhongFu.Catalog.Tests.Storefront;

[Collection(nameof(Shop))]
public sealed class LiveStockTests(Shop shop)
{
    [Fact]
    public async Task A_stream_tells_how_it_stands_and_then_each_change()
    {
        var shelf = shop.Host.Services.GetRequiredService<Shelf>();
        var sku = shelf.Current.Facts.Products[310].Skus[0].Id;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = await shop.Program.GetAsync($"/live/stock?ids={sku}", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        await Next(lines, patience.Token);
        shelf.ShowStock(sku, 1, long.MaxValue - 2);
        var low = await Next(lines, patience.Token);
        Assert.Equal((sku, "low", 1, "仅剩 1 件"), (low.GetProperty("id").GetGuid(), low.GetProperty("level").GetString(), low.GetProperty("available").GetInt32(), low.GetProperty("text").GetString()));
        shelf.ShowStock(sku, 0, long.MaxValue - 1);
        Assert.Equal("none", (await Next(lines, patience.Token)).GetProperty("level").GetString());
    }

    [Fact]
    public async Task A_reader_that_leaves_while_nothing_happens_leaves_quietly()
    {
        await using var scope = shop.Host.Services.CreateAsyncScope();
        var sku = scope.ServiceProvider.GetRequiredService<Shelf>().Current.Facts.Products[309].Skus[0].Id;
        await using var news = scope.ServiceProvider.GetRequiredService<StockWatch>().Follow([sku], CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await news.MoveNextAsync());
        Assert.Equal(sku, news.Current.Data.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?ids=")]
    [InlineData("?ids=x")]
    [InlineData("?ids=00000000-0000-0000-0000-000000000000")]
    public async Task A_stream_of_nothing_is_refused(string query) => Assert.Equal(HttpStatusCode.BadRequest, (await shop.Program.GetAsync("/live/stock" + query)).StatusCode);

    [Fact]
    public async Task A_stream_of_more_than_a_hundred_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await shop.Program.GetAsync("/live/stock?ids=" + string.Join(',', Enumerable.Range(0, 101).Select(_ => Guid.CreateVersion7())))).StatusCode);

    private static async Task<JsonElement> Next(StreamReader lines, CancellationToken cancellationToken)
    {
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal)) return JsonDocument.Parse(line[5..]).RootElement;
        throw new InvalidOperationException("The stream ended.");
    }
}
