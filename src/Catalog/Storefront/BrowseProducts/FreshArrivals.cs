using MediatR;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Storefront.BrowseProducts;

/// <summary>What the front page shows above its list.</summary>
internal sealed record FrontPageQuery(int Fresh) : IQuery<FrontPage>;

/// <param name="Categories">All, in the order of the shop.</param>
/// <param name="Counties">All, partner counties first.</param>
/// <param name="Fresh">Goods that can be had and of which a batch was harvested within the last seven days, latest first.</param>
internal sealed record FrontPage(IReadOnlyList<(string Slug, string Name)> Categories, IReadOnlyList<(string Code, string Name, int Products)> Counties, IReadOnlyList<ProductSummary> Fresh);

internal sealed class FrontPageHandler(Shelf shelf) : IRequestHandler<FrontPageQuery, FrontPage>
{
    public Task<FrontPage> Handle(FrontPageQuery query, CancellationToken cancellationToken)
    {
        var snapshot = shelf.Current;
        var (facts, since) = (snapshot.Facts, BusinessTime.DayOf(snapshot.At).AddDays(-7));
        var fresh = facts.Products.Where(x => snapshot.InStock[x.Index] && x.Batches.Count > 0 && x.Batches[0].HarvestDay > since && x.Batches[0].HarvestDay <= since.AddDays(7))
            .OrderByDescending(x => x.Batches[0].HarvestDay).ThenBy(x => x.Product.Number).Take(query.Fresh);
        return Task.FromResult(new FrontPage(
            [.. facts.Categories.Select(x => (x.Slug, Names.Local(x.Name, x.NameEn)))],
            [.. facts.CountyFacet.Select(x => (x.Value, Names.Local(x.Label, x.LabelEn), x.Products.Count()))],
            [.. fresh.Select(x => ProductSummary.Of(snapshot, x))]));
    }
}
