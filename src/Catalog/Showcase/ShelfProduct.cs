using ZhongFu.Catalog.Batches;
using ZhongFu.Catalog.Certificates;
using ZhongFu.Catalog.Cooperatives;
using ZhongFu.Catalog.Products;
using ZhongFu.Catalog.Regions;

namespace ZhongFu.Catalog.Showcase;

/// <summary>A product with everything that is shown about it, at its place on the shelf.</summary>
/// <param name="Index">Its place; also its bit in every set.</param>
/// <param name="FirstSku">Place of its first SKU among all SKUs; the others follow.</param>
/// <param name="Skus">Those a citizen may buy first, by weight.</param>
internal sealed record ShelfProduct(
    int Index, int FirstSku, Product Product, Category Category, County County, Township Township, Cooperative Cooperative,
    IReadOnlyList<Certificate> Certificates, IReadOnlyList<Batch> Batches, IReadOnlyList<Sku> Skus, string PicturePath)
{
    /// <summary>Every text a search looks at.</summary>
    public IEnumerable<(TextField Field, string Text, bool IsEnglish)> Texts()
    {
        yield return (TextField.Name, Product.Name, false);
        yield return (TextField.Name, Product.NameEn, true);
        yield return (TextField.Category, Category.Name, false);
        yield return (TextField.Category, Category.NameEn, true);
        foreach (var place in new[] { County.Name, County.Province, Township.Name, Cooperative.Village, Cooperative.Name }) yield return (TextField.Origin, place, false);
        yield return (TextField.Origin, County.NameEn, true);
        yield return (TextField.Summary, Product.Summary, false);
        yield return (TextField.Description, Product.Description, false);
        foreach (var sku in Skus)
        {
            yield return (TextField.SkuName, sku.Name, false);
            yield return (TextField.Code, sku.Code, false);
            yield return (TextField.Code, sku.Barcode.Value, false);
        }
    }
}
