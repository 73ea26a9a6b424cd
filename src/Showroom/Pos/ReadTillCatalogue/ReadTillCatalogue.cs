using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Pos.ReadTillCatalogue;

/// <summary>Everything a till needs to sell without a link: goods, codes, prices, and what stands in the showroom. No personal data.</summary>
internal sealed record ReadTillCatalogueQuery : IQuery<TillCatalogue>;

/// <summary>The goods of a till.</summary>
/// <param name="Version">Changes with the content; also the entity tag.</param>
/// <param name="Showroom">Name of the place, for the receipt.</param>
/// <param name="SubCentres">What a sale may count for.</param>
internal sealed record TillCatalogue(string Version, string Showroom, IReadOnlyList<TillItem> Items, IReadOnlyList<TillSubCentre> SubCentres);

/// <summary>A sub-centre.</summary>
internal sealed record TillSubCentre(Guid Id, string Name);

/// <summary>One SKU as a till knows it.</summary>
/// <param name="Barcode">GTIN, or an in-store code.</param>
/// <param name="Plu">Five digits a scale prints: product number and specification.</param>
/// <param name="Unit">Name of the specification.</param>
/// <param name="Sound">The name read aloud, a blank between syllables.</param>
/// <param name="PriceFen">Of one piece.</param>
/// <param name="NetWeightGrams">Of one piece; what a weighed piece costs follows from it.</param>
/// <param name="Grower">County and cooperative, for the receipt.</param>
/// <param name="Stock">Pieces in the showroom by the books; a hint, never a reason not to sell.</param>
internal sealed record TillItem(
    Guid SkuId, string Code, string Barcode, string? Plu, string Name, string Unit, string Sound, long PriceFen, long NetWeightGrams, bool IsOnSale, string Grower, long Stock);

internal sealed class ReadTillCatalogueHandler(ShowroomDb db) : IRequestHandler<ReadTillCatalogueQuery, TillCatalogue>
{
    public async Task<TillCatalogue> Handle(ReadTillCatalogueQuery request, CancellationToken cancellationToken)
    {
        var place = await db.Locations.AsNoTracking().Where(x => x.Kind == LocationKind.Showroom && x.IsOpen).OrderBy(x => x.Code).Select(x => new { x.Id, x.Name }).FirstOrDefaultAsync(cancellationToken)
            ?? throw new RuleBroken("till.no-showroom", "There is no open showroom for this till.");
        var stock = await db.Balances.AsNoTracking().Where(x => x.LocationId == place.Id).ToDictionaryAsync(x => x.SkuId, x => x.OnHand, cancellationToken);
        var goods = await db.ShelfItems.AsNoTracking().OrderBy(x => x.Code).ToListAsync(cancellationToken);
        var items = goods.Select(x => new TillItem(x.SkuId, x.Code, x.Barcode, ScaleCode.Of(x.Code), x.ProductName, x.SkuName, x.Sound, x.PriceFen, x.NetWeightGrams, x.IsOnSale,
            $"{x.County} {x.Cooperative}", stock.GetValueOrDefault(x.SkuId))).ToList();
        var centres = await db.Locations.AsNoTracking().Where(x => x.Kind == LocationKind.SubCentre && x.IsOpen).OrderBy(x => x.Code).Select(x => new TillSubCentre(x.Id, x.Name)).ToListAsync(cancellationToken);
        var content = JsonSerializer.SerializeToUtf8Bytes(new { place.Name, items, centres });
        return new(Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 12)), place.Name, items, centres);
    }
}
