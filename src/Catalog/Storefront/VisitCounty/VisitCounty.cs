using MediatR;
using ZhongFu.Catalog.Regions;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Catalog.Storefront.VisitCounty;

/// <summary>All counties with what they have to offer.</summary>
internal sealed record ListCountiesQuery : IQuery<IReadOnlyList<CountySummary>>;

/// <summary>A county in a list.</summary>
internal sealed record CountySummary(string Code, string Name, string NameEn, string Province, bool IsPartner, string Intro, int Cooperatives, int Products, string CoverPath);

/// <summary>The hall of one county; null if there is none of this code.</summary>
internal sealed record VisitCountyQuery(string Code, ProductFilter Filter) : IQuery<CountyHall?>;

/// <summary>A county with its cooperatives and one page of its products.</summary>
internal sealed record CountyHall(CountySummary County, IReadOnlyList<CooperativeCard> Cooperatives, IReadOnlyList<ProductSummary> Products, int Total, int Page, int Pages);

/// <summary>A cooperative as its county's hall shows it.</summary>
internal sealed record CooperativeCard(string Name, string NameEn, string Township, string Village, int Households, string Story);

internal sealed class ListCountiesHandler(Shelf shelf) : IRequestHandler<ListCountiesQuery, IReadOnlyList<CountySummary>>
{
    public Task<IReadOnlyList<CountySummary>> Handle(ListCountiesQuery query, CancellationToken cancellationToken)
    {
        var facts = shelf.Current.Facts;
        return Task.FromResult<IReadOnlyList<CountySummary>>([.. facts.Counties.Select(county => Counties.Summarise(facts, county))]);
    }
}

internal sealed class VisitCountyHandler(Shelf shelf) : IRequestHandler<VisitCountyQuery, CountyHall?>
{
    public Task<CountyHall?> Handle(VisitCountyQuery query, CancellationToken cancellationToken)
    {
        var snapshot = shelf.Current;
        var facts = snapshot.Facts;
        if (facts.Counties.FirstOrDefault(x => x.Code == query.Code) is not { } county) return Task.FromResult<CountyHall?>(null);
        var hits = snapshot.Search(query.Filter with { County = county.Code });
        return Task.FromResult<CountyHall?>(new(
            Counties.Summarise(facts, county),
            [.. facts.Cooperatives.Where(x => x.CountyCode == county.Code).Select(x => new CooperativeCard(x.Name, x.NameEn, facts.Townships.GetValueOrDefault(x.TownshipCode)?.Name ?? "", x.Village, x.Households, x.Story))],
            [.. hits.Items.Select(x => ProductSummary.Of(snapshot, x))], hits.Total, query.Filter.Page, Math.Max(1, (hits.Total + query.Filter.PageSize - 1) / query.Filter.PageSize)));
    }
}

internal static class Counties
{
    public static CountySummary Summarise(CatalogueFacts facts, County county) => new(
        county.Code, county.Name, county.NameEn, county.Province, county.Status == CountyStatus.Partner, county.Intro, facts.Cooperatives.Count(x => x.CountyCode == county.Code),
        facts.Products.Count(x => x.County.Code == county.Code), Pictures.CoverOf(county.Code));
}
