using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Catalog.Contracts;

namespace ZhongFu.TestKit;

/// <summary>The catalogue's offers, of which a test may change some.</summary>
public sealed class ChangingOffers(ISkuOffers catalogue) : ISkuOffers
{
    private readonly ConcurrentDictionary<Guid, Func<SkuOffer, SkuOffer>> changes = [];
    private readonly ConcurrentDictionary<Guid, long> stock = [];

    /// <summary>Puts itself before the catalogue of a host that is about to start.</summary>
    public static void Into(IServiceCollection services, Action<ChangingOffers> made)
    {
        var catalogue = services.Last(x => x.ServiceType == typeof(ISkuOffers));
        services.Remove(catalogue);
        services.AddSingleton<ISkuOffers>(provider =>
        {
            var offers = new ChangingOffers((ISkuOffers)(catalogue.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, catalogue.ImplementationType!)));
            made(offers);
            return offers;
        });
    }

    /// <summary>From now on this offer reads differently.</summary>
    public void Change(Guid skuId, Func<SkuOffer, SkuOffer> change) => changes[skuId] = change;

    /// <summary>From now on there seem to be so many pieces.</summary>
    public void Show(Guid skuId, long available) => stock[skuId] = available;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<Guid, SkuOffer>> Find(IReadOnlyCollection<Guid> skuIds, CancellationToken cancellationToken) =>
        (await catalogue.Find(skuIds, cancellationToken)).ToDictionary(x => x.Key, x => changes.TryGetValue(x.Key, out var change) ? change(x.Value) : x.Value);

    /// <inheritdoc/>
    public ValueTask<long> Available(Guid skuId, CancellationToken cancellationToken) => stock.TryGetValue(skuId, out var shown) ? ValueTask.FromResult(shown) : catalogue.Available(skuId, cancellationToken);
}
