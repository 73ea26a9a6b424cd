using FluentValidation;
using MediatR;
using Microsoft.Extensions.Localization;
using ZhongFu.Ordering.Addresses;
using ZhongFu.Ordering.Addresses.ListAddresses;
using ZhongFu.Ordering.Carts.ChangeCart;
using ZhongFu.Ordering.Carts.ShowCart;
using ZhongFu.Ordering.Freight;
using ZhongFu.Ordering.Orders.PlaceOrder;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders;

/// <summary>What the checkout page shows.</summary>
internal sealed record CheckoutView(IReadOnlyList<OfferedLine> Lines, IReadOnlyList<OfferedLine> Gone, IReadOnlyList<SavedAddress> Addresses, IReadOnlyList<PickUpPoint> Points, long FreightFen)
{
    public static CheckoutView Empty { get; } = new([], [], [], [], 0);

    /// <summary>Fen.</summary>
    public long GoodsFen => Lines.Sum(x => x.AmountFen);

    /// <summary>Fen.</summary>
    public long TotalFen => GoodsFen + FreightFen;

    /// <summary>Names of goods without seven-day return.</summary>
    public IReadOnlyList<string> NoReturn => [.. Lines.Where(x => x.Offer.NoSevenDayReturn).Select(x => x.Offer.ProductName).Distinct()];
}

/// <summary>What came of a press on the button: a number, or problems; <paramref name="Again"/> when the page must show the new state of things.</summary>
internal sealed record CheckoutOutcome(string? Number, IReadOnlyDictionary<string, string> Problems, bool Again = false);

/// <summary>The browser's way to an order: shows the cart's selected lines, and places the order when nothing has changed since they were shown.</summary>
internal sealed class CheckoutDesk(IMediator mediator, FreightRules freight, IPickUpPoints points, RequestContext context, IStringLocalizer<OrderText> text)
{
    public async Task<CheckoutView> Show(string to, CancellationToken cancellationToken)
    {
        var cart = await mediator.Send(new ShowCartQuery(OnlySelected: true), cancellationToken);
        var addresses = await mediator.Send(new ListAddressesQuery(), cancellationToken);
        var address = to == "pickup" ? null : addresses.FirstOrDefault(x => x.Id.ToString() == to) ?? addresses.FirstOrDefault();
        var fen = address is null || cart.Lines.Count == 0 ? 0 : freight.For(address.RegionCode[..2]).Fen(cart.Lines.Sum(x => x.AmountFen), cart.Lines.Sum(x => x.Offer.GrossWeightGrams * x.Quantity));
        return new CheckoutView(cart.Lines, cart.Gone, addresses, await points.List(cancellationToken), fen);
    }

    public async Task<CheckoutOutcome> Place(CheckoutView view, IReadOnlyDictionary<Guid, SeenLine> seen, string to, string point, string? note, string? noReturn, string idem, CancellationToken cancellationToken)
    {
        if (Delivery(view, to, point) is not { } delivery) return Refused("to", text["AddressMissing"]);
        if (view.NoReturn.Count > 0 && noReturn is null) return Refused("noreturn", text["NoReturnMissing", view.NoReturn[0]]);
        if (Changes(view, seen) is { Count: > 0 } changes) return new CheckoutOutcome(null, changes, Again: true);

        context.IdempotencyKey = idem;
        try
        {
            var id = await mediator.Send(new PlaceOrderCommand([.. view.Lines.Select(x => new WantedLine(x.Offer.SkuId, x.Quantity))], delivery, note, noReturn), cancellationToken);
            var placed = await mediator.Send(new AwaitStockQuery(id), cancellationToken);
            await mediator.Send(new ChangeCartCommand([], [.. view.Lines.Select(x => x.Offer.SkuId)]), CancellationToken.None);
            return new CheckoutOutcome(placed.Number, new Dictionary<string, string>());
        }
        catch (RuleBroken rule)
        {
            return new CheckoutOutcome(null, new Dictionary<string, string> { [""] = text[rule.Code == "order.not-deliverable" ? "NotDeliverable" : "NoStock"] }, Again: true);
        }
        catch (ValidationException invalid)
        {
            return Refused(invalid.Errors.First().PropertyName.Contains("Note", StringComparison.OrdinalIgnoreCase) ? "note" : "to", invalid.Errors.First().ErrorMessage);
        }
    }

    private static WantedDelivery? Delivery(CheckoutView view, string to, string point)
    {
        if (to == "pickup") return Guid.TryParse(point, out var location) ? new WantedDelivery(DeliveryKind.Pickup, LocationId: location) : null;
        if (view.Addresses.FirstOrDefault(x => x.Id.ToString() == to) is not { } address) return null;
        var code = address.RegionCode;
        return new WantedDelivery(DeliveryKind.Courier, address.Recipient, address.Phone, code[..2], code[..4], code[..6], code.Length == 9 ? code : code[..6], address.Detail);
    }

    private Dictionary<string, string> Changes(CheckoutView view, IReadOnlyDictionary<Guid, SeenLine> seen)
    {
        var changes = new Dictionary<string, string>();
        var changed = view.Lines.Count(x => !seen.TryGetValue(x.Offer.SkuId, out var was) || was.PriceFen != x.Offer.PriceFen || was.Quantity != x.Quantity);
        if (changed > 0) changes[""] = text["Changed", changed];
        foreach (var gone in view.Gone.Where(x => seen.ContainsKey(x.Offer.SkuId))) changes[$"gone-{gone.Offer.SkuId}"] = text["JustSoldOut", gone.Offer.ProductName];
        return changes;
    }

    private static CheckoutOutcome Refused(string field, string problem) => new(null, new Dictionary<string, string> { [field] = problem });
}
