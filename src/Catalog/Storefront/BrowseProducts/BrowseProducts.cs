using MediatR;
using Microsoft.Extensions.Localization;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Catalog.Storefront.BrowseProducts;

/// <summary>One page of products, with the counts to filter further.</summary>
internal sealed record BrowseProductsQuery(ProductFilter Filter) : IQuery<ProductList>;

/// <summary>The answer; fields are only ever added.</summary>
/// <param name="AsOf">Version of the catalogue it speaks of; not part of the JSON.</param>
internal sealed record ProductList(IReadOnlyList<ProductSummary> Items, int Total, int Page, int PageSize, ListFacets Facets, [property: System.Text.Json.Serialization.JsonIgnore] long AsOf)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>Each count is what choosing the value would give, everything else left as it is.</summary>
internal sealed record ListFacets(
    IReadOnlyList<FacetEntry> County, IReadOnlyList<FacetEntry> Category, IReadOnlyList<FacetEntry> Certificate, IReadOnlyList<FacetEntry> Band, IReadOnlyList<FacetEntry> Season, IReadOnlyList<FacetEntry> InStock);

/// <summary>A value to filter by.</summary>
internal sealed record FacetEntry(string Value, string Label, int Count);

internal sealed class BrowseProductsHandler(Shelf shelf, IStringLocalizer<StorefrontText> text) : IRequestHandler<BrowseProductsQuery, ProductList>
{
    public Task<ProductList> Handle(BrowseProductsQuery query, CancellationToken cancellationToken)
    {
        var snapshot = shelf.Current;
        var hits = snapshot.Search(query.Filter);
        var facets = new ListFacets(Places(hits.Facets.County), Places(hits.Facets.Category), Named(hits.Facets.Certificate, "Certificate"),
            [.. hits.Facets.Band.Select(x => new FacetEntry(x.Value, BandLabel(x.Value), x.Count))], Named(hits.Facets.Season, "Season"), Named(hits.Facets.Stock, "Stock"));
        return Task.FromResult(new ProductList([.. hits.Items.Select(x => ProductSummary.Of(snapshot, x))], hits.Total, query.Filter.Page, query.Filter.PageSize, facets, snapshot.Version));
    }

    private static FacetEntry[] Places(IReadOnlyList<FacetCount> counts) => [.. counts.Select(x => new FacetEntry(x.Value, Names.Local(x.Label, x.LabelEn), x.Count))];

    private FacetEntry[] Named(IReadOnlyList<FacetCount> counts, string prefix) => [.. counts.Select(x => new FacetEntry(x.Value, text[$"{prefix}.{x.Value}"], x.Count))];

    private string BandLabel(string value) => value.Split('-') switch
    {
        ["0", var below] => text["Band.Below", below],
        [var from, ""] => text["Band.From", from],
        [var from, var below] => text["Band.Between", from, below],
        _ => value,
    };
}
