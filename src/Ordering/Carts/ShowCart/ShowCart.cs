using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Carts.ShowCart;

/// <summary>The cart as it is now: today's prices, today's stock.</summary>
/// <param name="OnlySelected">Only what goes to the checkout.</param>
internal sealed record ShowCartQuery(bool OnlySelected = false) : IQuery<Cart>;

/// <summary>A cart.</summary>
/// <param name="Lines">What can be ordered, oldest first.</param>
/// <param name="Gone">What is no longer sold or sold out.</param>
internal sealed record Cart(IReadOnlyList<OfferedLine> Lines, IReadOnlyList<OfferedLine> Gone)
{
    /// <summary>Goods that go to the checkout, fen.</summary>
    public long SelectedFen => Lines.Where(x => x.IsSelected).Sum(x => x.AmountFen);

    /// <summary>Pieces that go to the checkout.</summary>
    public int SelectedPieces => Lines.Where(x => x.IsSelected).Sum(x => x.Quantity);
}

/// <summary>A line of a cart beside its offer.</summary>
/// <param name="Offer">What is offered now.</param>
/// <param name="Quantity">Pieces, never more than there are.</param>
/// <param name="Available">Pieces there are.</param>
/// <param name="SeenPriceFen">Price the buyer saw last.</param>
/// <param name="IsSelected">Goes to the checkout.</param>
/// <param name="WasMore">The buyer wanted more than there is.</param>
internal sealed record OfferedLine(SkuOffer Offer, int Quantity, long Available, long SeenPriceFen, bool IsSelected, bool WasMore)
{
    /// <summary>Fen.</summary>
    public long AmountFen => Offer.PriceFen * Quantity;

    /// <summary>Fen dearer (or, below zero, cheaper) than when the buyer saw it.</summary>
    public long PriceChangeFen => Offer.PriceFen - SeenPriceFen;
}

internal sealed class ShowCartHandler(OrderingDb db, ISkuOffers offers, RequestContext context) : IRequestHandler<ShowCartQuery, Cart>
{
    public async Task<Cart> Handle(ShowCartQuery query, CancellationToken cancellationToken)
    {
        var owner = context.Actor.Key;
        var kept = await db.CartLines.AsNoTracking().Where(x => x.OwnerKey == owner && (!query.OnlySelected || x.IsSelected)).OrderBy(x => x.AddedAt).ToListAsync(cancellationToken);
        var found = await offers.Find([.. kept.Select(x => x.SkuId)], cancellationToken);
        var (lines, gone) = (new List<OfferedLine>(), new List<OfferedLine>());
        foreach (var line in kept.Where(x => found.ContainsKey(x.SkuId)))
        {
            var (offer, available) = (found[line.SkuId], await offers.Available(line.SkuId, cancellationToken));
            if (!offer.IsOnSale || available == 0) gone.Add(new OfferedLine(offer, line.Quantity, 0, line.SeenPriceFen, false, false));
            else lines.Add(new OfferedLine(offer, (int)Math.Min(line.Quantity, available), available, line.SeenPriceFen, line.IsSelected, line.Quantity > available));
        }
        return new Cart(lines, gone);
    }
}
