using FluentValidation;
using MediatR;
using Microsoft.Extensions.Localization;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.PlaceOrder;

/// <summary>Places an order at the prices of the server; what a client thinks of prices is not asked.</summary>
/// <param name="Lines">1 to 100 lines of 1 to 999 pieces.</param>
/// <param name="Delivery">Where to.</param>
/// <param name="Note">For those who pack, at most 200 characters.</param>
/// <param name="NoReturnConfirmation">The words about goods without seven-day return that the buyer agreed to.</param>
/// <param name="Seen">What a page showed before the button was pressed; anything else asks for a second press. Null: not asked.</param>
internal sealed record PlaceOrderCommand(IReadOnlyList<WantedLine> Lines, WantedDelivery Delivery, string? Note = null, string? NoReturnConfirmation = null, SeenTerms? Seen = null) : ICommand<Guid>
{
    public string? Note { get; init; } = PlainText.Clean(Note);
}

/// <summary>Prices and freight as the buyer read them. They decide nothing about money, only whether the order still is what the buyer agreed to.</summary>
/// <param name="PriceFen">Fen for one piece, by SKU.</param>
/// <param name="FreightFen">Fen.</param>
internal sealed record SeenTerms(IReadOnlyDictionary<Guid, long> PriceFen, long FreightFen);

/// <summary>A number of pieces of a SKU.</summary>
internal sealed record WantedLine(Guid SkuId, int Quantity);

internal sealed class PlaceOrderRules : AbstractValidator<PlaceOrderCommand>
{
    public PlaceOrderRules(IStringLocalizer<OrderText> text)
    {
        RuleFor(x => x.Lines).NotEmpty().Must(x => x is null || x.Count <= 100).WithMessage(_ => text["TooManyLines", 100]);
        RuleForEach(x => x.Lines).ChildRules(line =>
        {
            line.RuleFor(x => x.SkuId).NotEmpty();
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 999);
        });
        RuleFor(x => x.Delivery).NotNull().SetValidator(new WantedDeliveryRules(text));
        RuleFor(x => x.Note).MaximumLength(200);
        RuleFor(x => x.NoReturnConfirmation).MaximumLength(400);
    }
}

internal sealed class PlaceOrderHandler(OrderingDb db, ISkuOffers offers, DeliveryDesk deliveries, RequestContext context, TimeProvider clock) : IRequestHandler<PlaceOrderCommand, Guid>
{
    public async Task<Guid> Handle(PlaceOrderCommand command, CancellationToken cancellationToken)
    {
        var found = await offers.Find([.. command.Lines.Select(x => x.SkuId).Distinct()], cancellationToken);
        var gone = command.Lines.Where(x => !found.TryGetValue(x.SkuId, out var offer) || !offer.IsOnSale).Select(x => x.SkuId).Distinct().ToList();
        if (gone.Count > 0) throw new RuleBroken("order.not-on-sale", "At least one article is not on sale.", new { skuIds = gone });

        var id = Guid.CreateVersion7();
        var lines = command.Lines.Select((line, at) => OrderLine.Of(id, at, found[line.SkuId], line.Quantity)).ToList();
        var (delivery, freight) = await deliveries.Arrange(command.Delivery, lines.Sum(x => x.AmountFen), lines.Sum(x => x.GrossGrams), cancellationToken);
        if (command.Seen is { } seen) await DemandUnchanged(seen, lines, freight, cancellationToken);
        var now = clock.UtcNow();
        var number = await OrderSerial.Next(db, now, cancellationToken);
        db.Orders.Add(Order.Place(id, number, context.Actor.Key, delivery, lines, freight, command.Note, command.NoReturnConfirmation, now));
        return id;
    }

    /// <summary>Here and not on the page: a second tap on the button must get the first one's answer, although by then the goods are taken.</summary>
    private async Task DemandUnchanged(SeenTerms seen, IReadOnlyList<OrderLine> lines, long freightFen, CancellationToken cancellationToken)
    {
        var changed = new List<Guid>();
        foreach (var sku in lines.GroupBy(x => x.SkuId))
        {
            var isShort = await offers.Available(sku.Key, cancellationToken) < sku.Sum(x => x.Quantity);
            if (isShort || seen.PriceFen.GetValueOrDefault(sku.Key) != sku.First().PriceFen) changed.Add(sku.Key);
        }
        if (changed.Count > 0 || freightFen != seen.FreightFen) throw new RuleBroken("order.changed", "Prices, stock or freight are not what the buyer saw.", new { skuIds = changed });
    }
}
