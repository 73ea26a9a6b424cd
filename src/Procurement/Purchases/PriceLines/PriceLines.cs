using FluentValidation;
using MediatR;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Procurement.Purchases.PriceLines;

/// <summary>Prices pasted lines as they would be ordered now, and says of each other line what is wrong with it.</summary>
internal sealed record PriceLinesQuery(string? Text) : IQuery<PricedLines>;

/// <summary>What can be ordered, by supplier, and the lines that cannot.</summary>
internal sealed record PricedLines(PricedGoods Goods, IReadOnlyList<QuickProblem> Problems, int ApprovalsNeeded)
{
    public static PricedLines Empty { get; } = new(new PricedGoods([]), [], 1);
}

internal sealed class PriceLinesValidator : AbstractValidator<PriceLinesQuery>
{
    public PriceLinesValidator() => RuleFor(x => x.Text).MaximumLength(600_000);
}

internal sealed class PriceLinesHandler(IBulkOffers offers, PriceDesk desk, BuyingRules rules, TimeProvider clock) : IRequestHandler<PriceLinesQuery, PricedLines>
{
    public async Task<PricedLines> Handle(PriceLinesQuery query, CancellationToken cancellationToken)
    {
        var (lines, told) = QuickLines.Read(query.Text);
        var problems = told.ToList();
        var found = new List<(QuickLine Line, BulkOffer Offer)>();
        foreach (var line in lines)
        {
            if (await offers.FindByCode(line.Code, cancellationToken) is { } offer) found.Add((line, offer));
            else problems.Add(new QuickProblem(line.Row, "Code", line.Code, await Closest(line.Code, cancellationToken)));
        }
        var sums = found.GroupBy(x => x.Offer.Offer.SkuId).Select(x => (x.First().Line, x.First().Offer, Quantity: x.Sum(row => row.Line.Quantity))).ToList();
        problems.AddRange(sums.Where(x => x.Quantity < x.Offer.MinQuantity).Select(x => new QuickProblem(x.Line.Row, "Min", x.Line.Code, $"{x.Offer.MinQuantity}")));
        var goods = await desk.Price([.. sums.Where(x => x.Quantity >= x.Offer.MinQuantity).Select(x => new WantedPieces(x.Offer.Offer.SkuId, x.Quantity))], clock.Today(), cancellationToken);
        return new PricedLines(goods, [.. problems.OrderBy(x => x.Row)], rules.ApprovalsFor(goods.TotalFen));
    }

    private async Task<string?> Closest(string code, CancellationToken cancellationToken) => QuickLines.Closest(code, (await offers.All(cancellationToken)).Select(x => x.Offer.Code));
}
