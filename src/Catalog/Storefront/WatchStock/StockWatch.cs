using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Live;

namespace ZhongFu.Catalog.Storefront.WatchStock;

/// <summary>How a SKU stands.</summary>
/// <param name="Id">The SKU.</param>
/// <param name="Text">In the language of the page: 有货, 仅剩 3 件, 已售罄.</param>
/// <param name="Level"><c>ok</c>, <c>low</c> (fewer than 100) or <c>none</c>.</param>
/// <param name="Available">Pieces that can be ordered online.</param>
internal sealed record StockNews(Guid Id, string Text, string Level, long Available)
{
    public static StockNews Of(Guid id, long available, IStringLocalizer text) => new(id, StockLevel.TextOf(available, text), StockLevel.Of(available), available);
}

/// <summary>Follows the stock of some SKUs; a SKU is told at most once a second, with what is true at that moment.</summary>
internal sealed class StockWatch(Shelf shelf, LiveFeed feed, IStringLocalizer<StorefrontText> text)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<SseItem<StockNews>> Follow(IReadOnlyList<Guid> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var news = feed.Listen(ids.Select(Shelf.Topic), over.Token).GetAsyncEnumerator(over.Token);
        var next = news.MoveNextAsync().AsTask(); // listens from here on: nothing falls between the snapshot and the changes
        var told = new Dictionary<Guid, (long Available, long At)>();
        var waiting = new HashSet<Guid>(ids);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                foreach (var id in waiting.Where(id => Rest(told, id) <= TimeSpan.Zero).ToList())
                {
                    waiting.Remove(id);
                    var available = shelf.AvailableNow(id);
                    if (told.TryGetValue(id, out var before) && before.Available == available) continue;
                    told[id] = (available, TimeProvider.System.GetTimestamp());
                    yield return Item(StockNews.Of(id, available, text));
                }
                var pause = waiting.Count == 0 ? KeepAlive : waiting.Min(id => Rest(told, id));
                if (await Task.WhenAny(next, Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, cancellationToken)) != next)
                {
                    if (waiting.Count == 0) yield return new SseItem<StockNews>(new StockNews(Guid.Empty, "", "", 0), "ping");
                    continue;
                }
                if (!await next) yield break;
                waiting.Add((Guid)news.Current.Payload);
                next = news.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await over.CancelAsync(); // an enumerator cannot be given back while it waits: the waiting ends first
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await news.DisposeAsync();
        }
    }

    private static TimeSpan Rest(Dictionary<Guid, (long Available, long At)> told, Guid id) =>
        told.TryGetValue(id, out var before) ? Apart - TimeProvider.System.GetElapsedTime(before.At) : TimeSpan.Zero;

    private static SseItem<StockNews> Item(StockNews news) => new(news, "stock") { EventId = Guid.CreateVersion7().ToString("N"), ReconnectionInterval = TimeSpan.FromSeconds(3) };
}
