using FluentValidation;
using FluentValidation.Results;
using ZhongFu.Catalog.Contracts;

namespace ZhongFu.Procurement.Purchases;

/// <summary>Prices wanted goods as of now, by supplier: what a submission checks and what the pages show before it.</summary>
internal sealed class PriceDesk(IBulkOffers offers, BuyingRules rules)
{
    /// <summary>Prices these goods; lines of one SKU are added up first.</summary>
    /// <exception cref="ValidationException">A SKU is not sold to units, or the quantity is below the least one; the line is named.</exception>
    public async Task<PricedGoods> Price(IReadOnlyList<WantedPieces> wanted, DateOnly day, CancellationToken cancellationToken)
    {
        var sums = wanted.GroupBy(x => x.SkuId).Select(x => new WantedPieces(x.Key, x.Sum(line => line.Quantity))).ToList();
        var known = await offers.Find([.. sums.Select(x => x.SkuId)], cancellationToken);
        var problems = new List<ValidationFailure>();
        for (var i = 0; i < sums.Count; i++)
        {
            if (!known.TryGetValue(sums[i].SkuId, out var offer)) problems.Add(new($"Lines[{i}].SkuId", "Not sold to units."));
            else if (sums[i].Quantity < offer.MinQuantity) problems.Add(new($"Lines[{i}].Quantity", $"At least {offer.MinQuantity}."));
        }
        if (problems.Count > 0) throw new ValidationException(problems);
        return new PricedGoods([.. sums.GroupBy(x => known[x.SkuId].Offer.CooperativeId).Select(group => Parcel(group.Key, [.. group.Select(x => Line(known[x.SkuId], x.Quantity))], day)).OrderBy(x => x.Supplier, StringComparer.Ordinal)]);
    }

    private SupplierParcel Parcel(Guid supplierId, IReadOnlyList<PricedLine> lines, DateOnly day)
    {
        var (goods, gross) = (lines.Sum(x => x.AmountFen), lines.Sum(x => x.Quantity * x.Offer.Offer.GrossWeightGrams));
        return new SupplierParcel(supplierId, lines[0].Offer.Offer.Cooperative, lines, goods, rules.FreightFor(goods, gross, day));
    }

    private static PricedLine Line(BulkOffer offer, long quantity)
    {
        var price = offer.UnitPriceFor(quantity);
        return new PricedLine(offer, quantity, price, price == offer.Offer.PriceFen ? PriceBasis.Retail : PriceBasis.Tier);
    }
}

/// <summary>So many pieces of a SKU.</summary>
internal sealed record WantedPieces(Guid SkuId, long Quantity);

/// <summary>A line with its price.</summary>
internal sealed record PricedLine(BulkOffer Offer, long Quantity, long UnitPriceFen, PriceBasis Basis)
{
    public long AmountFen => checked(Quantity * UnitPriceFen);
}

/// <summary>The goods of one supplier and their freight.</summary>
internal sealed record SupplierParcel(Guid SupplierId, string Supplier, IReadOnlyList<PricedLine> Lines, long GoodsFen, long FreightFen)
{
    public long TotalFen => GoodsFen + FreightFen;
}

/// <summary>Everything that was wanted, by supplier.</summary>
internal sealed record PricedGoods(IReadOnlyList<SupplierParcel> Parcels)
{
    public long TotalFen => Parcels.Sum(x => x.TotalFen);
}
