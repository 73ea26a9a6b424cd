using ZhongFu.Platform.Live;
using ZhongFu.Platform.Time;
using ZhongFu.Platform.Web;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Holds the current snapshot. Stock and sales come in one by one; a new snapshot is made at most four times a second, so that prepared
/// answers stay useful under load and a change is still shown within a second. <see cref="AvailableNow"/> never waits.</summary>
internal sealed class Shelf(TimeProvider clock, LiveFeed feed) : ICacheVersion, IDisposable
{
    public static readonly TimeSpan ShortestLife = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, (long Available, long Version)> stock = [];
    private readonly Dictionary<Guid, long> sales = [];
    private CatalogueSnapshot current = new(CatalogueFacts.Empty, clock.GetUtcNow().Ticks, clock.UtcNow(), [], []);
    private Timer? publishing;
    private long publishedAt;

    /// <summary>The catalogue as shown now.</summary>
    public CatalogueSnapshot Current
    {
        get
        {
            var snapshot = Volatile.Read(ref current);
            return clock.UtcNow() < snapshot.FreshUntil ? snapshot : Refresh();
        }
    }

    /// <inheritdoc/>
    public long Version => Current.Version;

    /// <summary>Topic of <see cref="LiveFeed"/> on which a SKU's stock is told.</summary>
    public static string Topic(Guid skuId) => $"stock:{skuId}";

    /// <summary>Puts other goods on the shelf.</summary>
    public void Fill(CatalogueFacts facts)
    {
        lock (gate) Publish(facts);
    }

    /// <summary>Pieces a citizen can order online, as last heard.</summary>
    public long AvailableNow(Guid skuId)
    {
        lock (gate) return stock.TryGetValue(skuId, out var known) && IsRetail(skuId) ? known.Available : 0;
    }

    /// <summary>Shows a SKU's stock unless something newer is known.</summary>
    public void ShowStock(Guid skuId, long available, long version)
    {
        lock (gate)
        {
            if (stock.TryGetValue(skuId, out var known) && known.Version >= version) return;
            stock[skuId] = (available, version);
            if (known.Available == available) return;
            PublishSoon();
        }
        feed.Publish(Topic(skuId), skuId);
    }

    /// <summary>Shows how much of a product was sold.</summary>
    public void ShowSales(Guid productId, long sold)
    {
        lock (gate)
        {
            if (sales.TryGetValue(productId, out var known) && known == sold) return;
            sales[productId] = sold;
            PublishSoon();
        }
    }

    public void Dispose() => publishing?.Dispose();

    private bool IsRetail(Guid skuId) => current.Facts.SkuPlaces.TryGetValue(skuId, out var place) && place.Product.Skus[place.Sku].IsRetail;

    private CatalogueSnapshot Refresh()
    {
        lock (gate)
        {
            if (clock.UtcNow() >= current.FreshUntil) Publish(current.Facts);
            return current;
        }
    }

    /// <summary>The first change shows at once; those that follow quickly show together.</summary>
    private void PublishSoon()
    {
        if (publishing is not null) return;
        var rest = ShortestLife - TimeProvider.System.GetElapsedTime(publishedAt);
        if (rest <= TimeSpan.Zero) Publish(current.Facts);
        else publishing = new Timer(_ => PublishGathered(), null, rest, Timeout.InfiniteTimeSpan);
    }

    private void PublishGathered()
    {
        lock (gate)
        {
            publishing?.Dispose();
            publishing = null;
            Publish(current.Facts);
        }
    }

    private void Publish(CatalogueFacts facts)
    {
        var (available, sold) = (new long[facts.SkuCount], new long[facts.Products.Count]);
        foreach (var product in facts.Products)
        {
            sold[product.Index] = sales.GetValueOrDefault(product.Product.Id);
            for (var i = 0; i < product.Skus.Count; i++) available[product.FirstSku + i] = stock.GetValueOrDefault(product.Skus[i].Id).Available;
        }
        Volatile.Write(ref current, new CatalogueSnapshot(facts, Math.Max(current.Version + 1, clock.GetUtcNow().Ticks), clock.UtcNow(), available, sold, current));
        publishedAt = TimeProvider.System.GetTimestamp();
    }
}
