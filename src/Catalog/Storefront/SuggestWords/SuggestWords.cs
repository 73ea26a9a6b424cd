using MediatR;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Catalog.Storefront.SuggestWords;

/// <summary>What a person who is typing may mean: at most ten products, categories and counties.</summary>
internal sealed record SuggestWordsQuery(string? Text) : IQuery<Suggestions>;

/// <summary>The answer, best first.</summary>
internal sealed record Suggestions(IReadOnlyList<Suggestion> Items);

/// <summary>One suggestion.</summary>
/// <param name="Text">What to show.</param>
/// <param name="Kind"><c>category</c>, <c>county</c> or <c>product</c>.</param>
/// <param name="Path">Where choosing it leads.</param>
internal sealed record Suggestion(string Text, string Kind, string Path);

internal sealed class SuggestWordsHandler(Shelf shelf) : IRequestHandler<SuggestWordsQuery, Suggestions>
{
    public const int Most = 10;

    public Task<Suggestions> Handle(SuggestWordsQuery query, CancellationToken cancellationToken)
    {
        var text = SearchText.Normalise(query.Text ?? "");
        return Task.FromResult(new Suggestions(text.Length == 0 ? [] : [.. Find(shelf.Current, text).DistinctBy(x => x.Path).Take(Most)]));
    }

    private static IEnumerable<Suggestion> Find(CatalogueSnapshot snapshot, string text)
    {
        var facts = snapshot.Facts;
        var found = facts.Index.Find(text).ToList();
        foreach (var category in facts.Categories.Where(x => IsNamed(found, TextField.Category, x.Name, x.NameEn)))
            yield return new(Names.Local(category.Name, category.NameEn), "category", $"/c/{category.Slug}");
        foreach (var county in facts.Counties.Where(x => IsNamed(found, TextField.Origin, x.Name, x.NameEn)))
            yield return new(Names.Local(county.Name, county.NameEn), "county", $"/origin/{county.Code}");
        foreach (var product in snapshot.Search(new ProductFilter(text, PageSize: Most)).Items)
            yield return new(Names.Local(product.Product.Name, product.Product.NameEn), "product", $"/p/{product.Product.Number}");
    }

    private static bool IsNamed(List<Passage> found, TextField field, string name, string nameEn) =>
        found.Any(x => x.Field == field && (x.Text == SearchText.Normalise(name) || x.Text == SearchText.Normalise(nameEn)));
}
