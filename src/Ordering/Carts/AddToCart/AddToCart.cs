using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Carts.AddToCart;

/// <summary>Puts pieces into the cart of whoever asks, guests included. Answers how many pieces are in it now.</summary>
/// <param name="Alone">Buy now: only this article goes to the checkout, the others wait in the cart.</param>
internal sealed record AddToCartCommand(Guid SkuId, int Quantity, bool Alone = false) : ICommand<int>;

internal sealed class AddToCartRules : AbstractValidator<AddToCartCommand>
{
    public AddToCartRules() => RuleFor(x => x.Quantity).InclusiveBetween(1, CartLine.MostPieces);
}

internal sealed class AddToCartHandler(OrderingDb db, ISkuOffers offers, RequestContext context, TimeProvider clock) : IRequestHandler<AddToCartCommand, int>
{
    public async Task<int> Handle(AddToCartCommand command, CancellationToken cancellationToken)
    {
        var offer = (await offers.Find([command.SkuId], cancellationToken)).GetValueOrDefault(command.SkuId);
        if (offer is not { IsOnSale: true }) throw new RuleBroken("cart.not-on-sale", "This article is not on sale.");
        if (await offers.Available(command.SkuId, cancellationToken) == 0) throw new RuleBroken("cart.sold-out", "This article is sold out.");

        var owner = context.Actor.Key;
        var lines = await db.CartLines.Where(x => x.OwnerKey == owner).ToListAsync(cancellationToken);
        if (lines.FirstOrDefault(x => x.SkuId == command.SkuId) is { } line)
        {
            line.Add(command.Quantity);
            line.See(offer.PriceFen);
        }
        else
        {
            if (lines.Count >= CartLine.MostLines) throw new RuleBroken("cart.full", "The cart holds 100 different articles at most.");
            lines.Add(CartLine.Of(owner, command.SkuId, command.Quantity, offer.PriceFen, clock.UtcNow()));
            db.CartLines.Add(lines[^1]);
        }
        if (command.Alone) lines.ForEach(other => other.Set(other.Quantity, selected: other.SkuId == command.SkuId));
        return lines.Sum(x => x.Quantity);
    }
}
