using FluentValidation;
using MediatR;
using Microsoft.Extensions.Localization;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Ordering.Addresses;
using ZhongFu.Ordering.Addresses.ListAddresses;
using ZhongFu.Ordering.Carts.ChangeCart;
using ZhongFu.Ordering.Carts.ShowCart;
using ZhongFu.Ordering.Freight;
using ZhongFu.Ordering.Orders.PlaceOrder;
using ZhongFu.Ordering.PickUp;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Ui;
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
    public IReadOnlyList<string> NoReturn => [.. Lines.Where(x => x.Offer.NoSevenDayReturn).Select(x => x.Offer.ProductName).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>What came of a press on the button: a number, or problems; <paramref name="Again"/> when the page must show the new state of things.</summary>
internal sealed record CheckoutOutcome(string? Number, IReadOnlyDictionary<string, string> Problems, bool Again = false);

/// <summary>The browser's way to an order: shows the cart's selected lines, and places the order when nothing has changed since they were shown.</summary>
internal sealed class CheckoutDesk(IMediator mediator, ISkuOffers offers, FreightRules freight, PickUpPlaces points, RequestContext context, IStringLocalizer<OrderText> text)
{
    public async Task<CheckoutView> Show(string to, CancellationToken cancellationToken)
    {
        var cart = await mediator.Send(new ShowCartQuery(OnlySelected: true), cancellationToken);
        var addresses = await mediator.Send(new ListAddressesQuery(), cancellationToken);
        var address = to == "pickup" ? null : addresses.FirstOrDefault(x => x.Id.ToString() == to) ?? addresses.FirstOrDefault();
        var fen = address is null || cart.Lines.Count == 0 ? 0 : freight.For(address.RegionCode[..2]).Fen(cart.Lines.Sum(x => x.AmountFen), cart.Lines.Sum(x => x.Offer.GrossWeightGrams * x.Quantity));
        return new CheckoutView(cart.Lines, cart.Gone, addresses, await points.List(cancellationToken), fen);
    }

    /// <summary>Orders what the page showed, not what the cart holds by now: a second tap repeats the same command and gets the same answer.</summary>
    public async Task<CheckoutOutcome> Place(CheckoutForm form, CheckoutView view, CancellationToken cancellationToken)
    {
        if (form.Seen.Count == 0) return new CheckoutOutcome(null, new Dictionary<string, string> { [""] = text["EmptyCheckout"] }, Again: true);
        if (Delivery(view, form) is not { } delivery) return Refused("to", text["AddressMissing"]);
        var noReturn = await NoReturn(form, cancellationToken);
        if (noReturn.Count > 0 && !form.NoReturnTicked) return Refused("noreturn", text["NoReturnMissing", noReturn[0]]);

        context.IdempotencyKey = form.Idem;
        try
        {
            var id = await mediator.Send(new PlaceOrderCommand(
                [.. form.Seen.Select(x => new WantedLine(x.Key, x.Value.Quantity))], delivery, form.Note, noReturn.Count > 0 ? NoReturnText(noReturn) : null,
                new SeenTerms(form.Seen.ToDictionary(x => x.Key, x => x.Value.PriceFen), form.SeenFreightFen)), cancellationToken);
            var placed = await mediator.Send(new AwaitStockQuery(id), cancellationToken);
            await mediator.Send(new ChangeCartCommand([], [.. form.Seen.Keys]), CancellationToken.None);
            return new CheckoutOutcome(placed.Number, new Dictionary<string, string>());
        }
        catch (RuleBroken rule)
        {
            return new CheckoutOutcome(null, new Dictionary<string, string> { [""] = Explain(rule.Code, form, await Show(form.To, cancellationToken)) }, Again: true);
        }
        catch (ValidationException invalid)
        {
            return Refused(invalid.Errors.First().PropertyName.Contains("Note", StringComparison.OrdinalIgnoreCase) ? "note" : "to", invalid.Errors.First().ErrorMessage);
        }
    }

    /// <summary>The words the buyer ticks; stored with the order.</summary>
    public string NoReturnText(IReadOnlyList<string> names) => text["NoReturnTick", string.Join(text["NameSeparator"], names)];

    private async Task<IReadOnlyList<string>> NoReturn(CheckoutForm form, CancellationToken cancellationToken) =>
        [.. (await offers.Find([.. form.Seen.Keys], cancellationToken)).Values.Where(x => x.NoSevenDayReturn).Select(x => x.ProductName).Distinct().Order(StringComparer.Ordinal)];

    private string Explain(string code, CheckoutForm form, CheckoutView now)
    {
        if (code == "order.not-deliverable") return text["NotDeliverable"];
        if (now.Gone.FirstOrDefault(x => form.Seen.ContainsKey(x.Offer.SkuId)) is { } gone) return text["JustSoldOut", gone.Offer.ProductName];
        var changed = now.Lines.Count(x => form.Seen.TryGetValue(x.Offer.SkuId, out var was) && (was.PriceFen != x.Offer.PriceFen || was.Quantity != x.Quantity));
        if (changed > 0) return text["Changed", changed];
        return now.FreightFen != form.SeenFreightFen ? text["FreightChanged", Format.Price(form.SeenFreightFen), Format.Price(now.FreightFen)] : text["NoStock"];
    }

    private static WantedDelivery? Delivery(CheckoutView view, CheckoutForm form)
    {
        if (form.To == "pickup") return Guid.TryParse(form.Point, out var location) ? new WantedDelivery(DeliveryKind.Pickup, LocationId: location) : null;
        if (view.Addresses.FirstOrDefault(x => x.Id.ToString() == form.To) is not { } address) return null;
        var code = address.RegionCode;
        return new WantedDelivery(DeliveryKind.Courier, address.Recipient, address.Phone, code[..2], code[..4], code[..6], code.Length == 9 ? code : code[..6], address.Detail);
    }

    private static CheckoutOutcome Refused(string field, string problem) => new(null, new Dictionary<string, string> { [field] = problem });
}
