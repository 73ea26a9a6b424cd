namespace ZhongFu.Catalog.Contracts;

/// <summary>What a buyer is offered, as of now: the facts an order, a cart or the till takes a snapshot of.</summary>
/// <param name="SkuId">The SKU (规格).</param>
/// <param name="ProductId">Its product.</param>
/// <param name="ProductNumber">Short number in page addresses: <c>/p/{number}</c>.</param>
/// <param name="Code">Article code, e.g. <c>P0017-2</c>.</param>
/// <param name="Barcode">GTIN-13 with a right check digit.</param>
/// <param name="ProductName">Chinese name of the product.</param>
/// <param name="SkuName">Name of the specification, e.g. 5斤装.</param>
/// <param name="CountyCode">Six-digit division code of the county of origin.</param>
/// <param name="County">Name of the county of origin.</param>
/// <param name="TownshipCode">Nine-digit division code of the township of origin.</param>
/// <param name="CooperativeId">Who grew or made it.</param>
/// <param name="Cooperative">Name of the cooperative.</param>
/// <param name="PriceFen">Retail price of one piece, fen, tax included.</param>
/// <param name="NetWeightGrams">Net weight of one piece, grams.</param>
/// <param name="GrossWeightGrams">Weight with packaging, grams; freight is computed on it.</param>
/// <param name="NoSevenDayReturn">Fresh goods without the seven-day return; the buyer confirms it separately.</param>
/// <param name="IsOnSale">Listed and sold by retail. False: shown as no longer available.</param>
/// <param name="PicturePath">Path of the picture or illustration on this site.</param>
/// <param name="Sound">The product's name read aloud, a blank between syllables, e.g. <c>mei he tang</c>: how a cashier searches.</param>
public sealed record SkuOffer(
    Guid SkuId, Guid ProductId, int ProductNumber, string Code, string Barcode, string ProductName, string SkuName,
    string CountyCode, string County, string TownshipCode, Guid CooperativeId, string Cooperative,
    long PriceFen, long NetWeightGrams, long GrossWeightGrams, bool NoSevenDayReturn, bool IsOnSale, string PicturePath, string Sound = "");

/// <summary>Reads the current offers. Answered from memory: cheap enough for every cart line.</summary>
public interface ISkuOffers
{
    /// <summary>The offers of these SKUs; unknown ids are absent from the answer.</summary>
    ValueTask<IReadOnlyDictionary<Guid, SkuOffer>> Find(IReadOnlyCollection<Guid> skuIds, CancellationToken cancellationToken);

    /// <summary>Pieces a citizen can order online now; 0 for unknown SKUs. A hint for pages: only a reservation is a promise.</summary>
    ValueTask<long> Available(Guid skuId, CancellationToken cancellationToken);
}
