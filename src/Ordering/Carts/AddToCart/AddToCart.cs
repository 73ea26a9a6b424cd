using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Carts.AddToCart;

/// <summary>Puts pieces into the cart of whoever asks, guests included; never more of an article than there are.</summary>
/// <param name="Alone">Buy now: only this article goes to the checkout, the others wait in the cart.</param>
internal sealed record AddToCartCommand(Guid SkuId, int Quantity, bool Alone = false) : ICommand<CartNow>;

/// <summary>The cart afterwards.</summary>
/// <param name="Pieces">Pieces in it.</param>
/// <param name="OnlyLeft">Pieces there are of the article, when more were wanted; else null.</param>
internal sealed record CartNow(int Pieces, long? OnlyLeft);

internal sealed class AddToCartRules : AbstractValidator<AddToCartCommand>
{
    public AddToCartRules() => RuleFor(x => x.Quantity).InclusiveBetween(1, CartLine.MostPieces);
}

internal sealed class AddToCartHandler(OrderingDb db, ISkuOffers offers, RequestContext context, TimeProvider clock) : IRequestHandler<AddToCartCommand, CartNow>
{
    public async Task<CartNow> Handle(AddToCartCommand command, CancellationToken cancellationToken)
    {
        var offer = (await offers.Find([command.SkuId], cancellationToken)).GetValueOrDefault(command.SkuId);
        if (offer is not { IsOnSale: true }) throw new RuleBroken("cart.not-on-sale", "This article is not on sale.");
        var available = await offers.Available(command.SkuId, cancellationToken);
        if (available <= 0) throw new RuleBroken("cart.sold-out", "This article is sold out.");

        var (owner, sku, wanted, now) = (context.Actor.Key, command.SkuId, command.Quantity, clock.UtcNow());
        var most = (int)Math.Min(CartLine.MostPieces, available);
        var mine = db.CartLines.Where(x => x.OwnerKey == owner);
        // Added by the database: of twenty taps at once each counts.
        var wasThere = await mine.Where(x => x.SkuId == sku).ExecuteUpdateAsync(x => x
            .SetProperty(line => line.Quantity, line => line.Quantity + wanted).SetProperty(line => line.SeenPriceFen, offer.PriceFen)
            .SetProperty(line => line.IsSelected, true).SetProperty(line => line.TouchedAt, now), cancellationToken) == 1;
        var isCut = wasThere ? await mine.Where(x => x.SkuId == sku && x.Quantity > most).ExecuteUpdateAsync(x => x.SetProperty(line => line.Quantity, most), cancellationToken) == 1 : wanted > most;
        if (command.Alone) await mine.ExecuteUpdateAsync(x => x.SetProperty(line => line.IsSelected, line => line.SkuId == sku), cancellationToken);

        var pieces = await mine.SumAsync(x => x.Quantity, cancellationToken);
        if (!wasThere)
        {
            if (await mine.CountAsync(cancellationToken) >= CartLine.MostLines) throw new RuleBroken("cart.full", "The cart holds 100 different articles at most.");
            var line = CartLine.Of(owner, sku, Math.Min(wanted, most), offer.PriceFen, now);
            db.CartLines.Add(line);
            pieces += line.Quantity;
        }
        return new CartNow(pieces, isCut && available < CartLine.MostPieces ? available : null);
    }
}
