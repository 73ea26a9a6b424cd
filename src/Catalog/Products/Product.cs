using ZhongFu.Platform.Domain;

namespace ZhongFu.Catalog.Products;

/// <summary>A category of the shop, e.g. 鲜果; <see cref="Slug"/> stands in page addresses.</summary>
internal sealed class Category
{
    public string Slug { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    public int Sort { get; private init; }

    public static Category Of(string slug, string name, string nameEn, int sort) => new() { Slug = slug, Name = name, NameEn = nameEn, Sort = sort };
}

/// <summary>What a product is; everything but its SKUs.</summary>
internal sealed record ProductFacts(
    Guid Id, int Number, string Name, string NameEn, Guid CooperativeId, string Category, string ArtFamily, string ArtVariant, string Summary, string Description,
    string Storage, int? ShelfLifeDays, HarvestWindow? Harvest, int? GrowerShareBp, bool IsFresh, int TaxRateBp, DateTime ListedAt);

/// <summary>A product of one cooperative, sold in one or more SKUs.</summary>
internal sealed class Product : Aggregate
{
    private readonly List<Sku> skus = [];

    /// <summary>Short number in page addresses: <c>/p/{number}</c>.</summary>
    public int Number { get; private init; }

    public string Name { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    public Guid CooperativeId { get; private init; }
    public string Category { get; private init; } = "";
    public string ArtFamily { get; private init; } = "";
    public string ArtVariant { get; private init; } = "";
    public string Summary { get; private init; } = "";
    public string Description { get; private init; } = "";
    public string Storage { get; private init; } = "";

    /// <summary>Days from harvest or production, or null if not stated.</summary>
    public int? ShelfLifeDays { get; private init; }

    /// <summary>When it is in season, or null for goods without a season.</summary>
    public HarvestWindow? Harvest { get; private init; }

    /// <summary>The growers' share of the price in basis points as recorded with the cooperative, or null: then nothing is claimed.</summary>
    public int? GrowerShareBp { get; private init; }

    /// <summary>Fresh goods have no seven-day return (网络购买商品七日无理由退货暂行办法, article 6).</summary>
    public bool IsFresh { get; private init; }

    /// <summary>Value-added tax, basis points.</summary>
    public int TaxRateBp { get; private init; }

    public DateTime ListedAt { get; private init; }
    public IReadOnlyList<Sku> Skus => skus;

    public static Product List(ProductFacts facts) => new()
    {
        Id = facts.Id, Number = facts.Number > 0 ? facts.Number : throw new ArgumentOutOfRangeException(nameof(facts), "A product number is positive."),
        Name = facts.Name, NameEn = facts.NameEn, CooperativeId = facts.CooperativeId, Category = facts.Category, ArtFamily = facts.ArtFamily, ArtVariant = facts.ArtVariant,
        Summary = facts.Summary, Description = facts.Description, Storage = facts.Storage, ShelfLifeDays = facts.ShelfLifeDays, Harvest = facts.Harvest,
        GrowerShareBp = facts.GrowerShareBp is null or (>= 0 and <= 10_000) ? facts.GrowerShareBp : throw new ArgumentOutOfRangeException(nameof(facts), "A share is 0 to 10,000 basis points."),
        IsFresh = facts.IsFresh, TaxRateBp = facts.TaxRateBp, ListedAt = facts.ListedAt,
    };

    /// <exception cref="FormatException">Barcode or bulk prices break their rule.</exception>
    public Sku AddSku(SkuFacts facts)
    {
        var sku = Sku.Of(Id, facts);
        skus.Add(sku);
        return sku;
    }
}
