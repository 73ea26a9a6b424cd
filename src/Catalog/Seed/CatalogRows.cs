using ZhongFu.Catalog.Certificates;

namespace ZhongFu.Catalog.Seed;

// The columns of the data files; the README beside them says what each means.
internal sealed record CountyRow(string Code, string Name, string NameEn, string Province, string Status, string Intro, int Hue);

internal sealed record TownshipRow(string Code, string Name, string CountyCode);

internal sealed record CategoryRow(string Slug, string Name, string NameEn, int Sort);

internal sealed record CooperativeRow(Guid Id, string Code, string Name, string NameEn, string CountyCode, string TownshipCode, string Village, int Households, string CreditCode, string Story, string Status);

internal sealed record ProductRow(
    Guid Id, int Number, string Name, string NameEn, Guid CooperativeId, string Category, string ArtFamily, string ArtVariant, string Summary, string Description, string Storage,
    int? ShelfLifeDays, string HarvestFrom, string HarvestTo, int? GrowerShareBp, bool Fresh, int TaxRateBp, long Sold, DateTimeOffset ListedAt);

internal sealed record SkuRow(
    Guid Id, string Code, int ProductNumber, string Name, string NameEn, string Barcode, long NetWeightGrams, long GrossWeightGrams, string Unit, string Pack, long PriceFen,
    string BulkTiers, string SaleScope, long MonthlySupply, long PriceMinFen, long PriceMaxFen);

internal sealed record CertificateRow(Guid Id, int ProductNumber, CertificateKind Kind, string Number, string Issuer, DateOnly ValidFrom, DateOnly ValidTo);

internal sealed record BatchRow(Guid Id, string Code, int ProductNumber, DateOnly HarvestDay, string Plot, long HarvestGrams, string Inspection, string CertificateNo);
