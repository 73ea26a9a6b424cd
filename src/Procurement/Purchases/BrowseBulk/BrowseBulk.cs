using FluentValidation;
using MediatR;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Procurement.Purchases.BrowseBulk;

/// <summary>What is offered to units, by words, origin and page.</summary>
/// <param name="Words">Part of the name, the code, or the name's pinyin or its initials.</param>
/// <param name="County">Six-digit division code, or null.</param>
/// <param name="Page">From 1.</param>
internal sealed record BrowseBulkQuery(string? Words = null, string? County = null, int Page = 1) : IQuery<BulkSheet>;

/// <summary>One page of offers and the origins to choose from.</summary>
internal sealed record BulkSheet(IReadOnlyList<BulkOffer> Items, IReadOnlyList<BulkOrigin> Counties, int Total, int Page, int Pages)
{
    public static BulkSheet Empty { get; } = new([], [], 0, 1, 1);
}

/// <summary>A county of origin.</summary>
internal sealed record BulkOrigin(string Code, string Name);

internal sealed class BrowseBulkValidator : AbstractValidator<BrowseBulkQuery>
{
    public BrowseBulkValidator()
    {
        RuleFor(x => x.Words).MaximumLength(60);
        RuleFor(x => x.County).MaximumLength(6);
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
    }
}

internal sealed class BrowseBulkHandler(IBulkOffers offers) : IRequestHandler<BrowseBulkQuery, BulkSheet>
{
    private const int PageSize = 40;

    public async Task<BulkSheet> Handle(BrowseBulkQuery query, CancellationToken cancellationToken)
    {
        var all = await offers.All(cancellationToken);
        var words = PlainText.Clean(query.Words);
        var found = all.Where(x => (words is null || Fits(x.Offer, words)) && (string.IsNullOrEmpty(query.County) || x.Offer.CountyCode == query.County)).ToList();
        var counties = all.Select(x => new BulkOrigin(x.Offer.CountyCode, x.Offer.County)).Distinct().OrderBy(x => x.Code, StringComparer.Ordinal).ToList();
        return new BulkSheet([.. found.Skip((query.Page - 1) * PageSize).Take(PageSize)], counties, found.Count, query.Page, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
    }

    private static bool Fits(SkuOffer offer, string words) =>
        offer.ProductName.Contains(words, StringComparison.OrdinalIgnoreCase) || offer.Cooperative.Contains(words, StringComparison.OrdinalIgnoreCase)
        || offer.Code.StartsWith(words, StringComparison.OrdinalIgnoreCase) || offer.Barcode == words || Sounds(offer.Sound, words.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>From any syllable on: <c>qicheng</c> and <c>qc</c> find <c>xun wu qi cheng</c>.</summary>
    private static bool Sounds(string sound, string words)
    {
        var syllables = sound.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || string.Concat(syllables.Select(x => x[0])).Contains(words, StringComparison.OrdinalIgnoreCase)) return true;
        return Enumerable.Range(0, syllables.Length).Any(first => string.Concat(syllables.Skip(first)).StartsWith(words, StringComparison.OrdinalIgnoreCase));
    }
}
