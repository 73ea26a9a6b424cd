using ZhongFu.Platform.Live;

namespace ZhongFu.Platform.Tests.Live;

public sealed class LiveFeedTests
{
    [Fact]
    public async Task A_listener_hears_its_topics_only()
    {
        var feed = new LiveFeed();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await using var listener = feed.Listen(["stock:1"], stop.Token).GetAsyncEnumerator(stop.Token);
        var heard = listener.MoveNextAsync();
        feed.Publish("stock:2", "other");
        feed.Publish("stock:1", "mine");
        Assert.True(await heard);
        Assert.Equal(new LiveNews("stock:1", "mine"), listener.Current);
    }
}
