using System.Collections.Concurrent;
using ZhongFu.Catalog.Contracts;

namespace ZhongFu.Ordering.Tests;

/// <summary>The catalogue's offers, of which a test may change some.</summary>
internal sealed class ChangingOffers(ISkuOffers catalogue) : ISkuOffers
{
    private readonly ConcurrentDictionary<Guid, Func<SkuOffer, SkuOffer>> changes = [];
    private readonly ConcurrentDictionary<Guid, long> stock = [];

    public void Change(Guid skuId, Func<SkuOffer, SkuOffer> change) => changes[skuId] = change;

    public void Show(Guid skuId, long available) => stock[skuId] = available;

    public async ValueTask<IReadOnlyDictionary<Guid, SkuOffer>> Find(IReadOnlyCollection<Guid> skuIds, CancellationToken cancellationToken) =>
        (await catalogue.Find(skuIds, cancellationToken)).ToDictionary(x => x.Key, x => changes.TryGetValue(x.Key, out var change) ? change(x.Value) : x.Value);

    public ValueTask<long> Available(Guid skuId, CancellationToken cancellationToken) => stock.TryGetValue(skuId, out var shown) ? ValueTask.FromResult(shown) : catalogue.Available(skuId, cancellationToken);
}
