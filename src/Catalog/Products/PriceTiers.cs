using System.Globalization;

namespace ZhongFu.Catalog.Products;

/// <summary>From this many pieces on, one piece costs this much.</summary>
/// <param name="MinQuantity">Pieces, 2 or more.</param>
/// <param name="UnitPriceFen">Fen.</param>
internal readonly record struct PriceTier(long MinQuantity, long UnitPriceFen);

/// <summary>Bulk prices of a SKU: the more, the cheaper; strictly falling, each below the retail price.</summary>
internal sealed record PriceTiers
{
    public static PriceTiers None { get; } = new([]);

    private PriceTiers(IReadOnlyList<PriceTier> all) => All = all;

    /// <summary>Smallest quantity first.</summary>
    public IReadOnlyList<PriceTier> All { get; }

    /// <summary>Reads <c>20:3730|50:3590</c>; empty means no bulk price.</summary>
    /// <exception cref="FormatException">Not numbers, or the prices do not fall.</exception>
    public static PriceTiers Parse(string text, long retailPriceFen)
    {
        var tiers = Stored(text);
        return tiers.Fall(retailPriceFen) ? tiers : throw new FormatException($"The bulk prices '{text}' do not fall from {retailPriceFen}.");
    }

    /// <summary>For the database, which may hold what somebody wrote there by hand; <c>reconcile</c> finds those.</summary>
    public static PriceTiers Stored(string text) =>
        text.Length == 0 ? None : new([.. text.Split('|').Select(part => part.Split(':')).Select(pair => new PriceTier(Number(pair[0]), Number(pair[1])))]);

    /// <summary>Whether quantities rise and prices fall strictly, from the retail price on.</summary>
    public bool Fall(long retailPriceFen)
    {
        var before = new PriceTier(1, retailPriceFen);
        foreach (var tier in All)
        {
            if (tier.MinQuantity <= before.MinQuantity || tier.UnitPriceFen >= before.UnitPriceFen || tier.UnitPriceFen <= 0) return false;
            before = tier;
        }
        return true;
    }

    /// <summary>What one piece costs when this many are bought.</summary>
    public long UnitPriceFor(long quantity, long retailPriceFen) => All.LastOrDefault(tier => tier.MinQuantity <= quantity) is { MinQuantity: > 0 } found ? found.UnitPriceFen : retailPriceFen;

    public bool Equals(PriceTiers? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Count == 0 ? 0 : HashCode.Combine(All.Count, All[0]);

    public override string ToString() => string.Join('|', All.Select(tier => string.Create(CultureInfo.InvariantCulture, $"{tier.MinQuantity}:{tier.UnitPriceFen}")));

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
