using FluentValidation;
using MediatR;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Deliveries.ShipGoods;

/// <summary>The cooperative sends goods of a confirmed order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Lines">What of it; each line of the order once.</param>
/// <param name="Vehicle">Number plate, if known.</param>
/// <param name="Driver">Who drives, if known.</param>
internal sealed record ShipGoodsCommand(Guid OrderId, IReadOnlyList<ShippedGoods> Lines, string? Vehicle = null, string? Driver = null) : ICommand<ShippedDelivery>;

/// <param name="Line">Number of the order's line.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Batch">Batch code, if there is one.</param>
/// <param name="Certificate">Number of the 承诺达标合格证, if there is one.</param>
internal sealed record ShippedGoods(int Line, long Quantity, string? Batch = null, string? Certificate = null);

/// <summary>The delivery and its note.</summary>
internal sealed record ShippedDelivery(Guid Id, string Number, string Code);

internal sealed class ShipGoodsValidator : AbstractValidator<ShipGoodsCommand>
{
    public ShipGoodsValidator()
    {
        RuleFor(x => x.Lines).NotEmpty().Must(x => x is null or { Count: <= 1000 } && x?.Select(line => line?.Line).Distinct().Count() == x?.Count).WithMessage("Each line of the order once.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 100_000);
            line.RuleFor(x => x.Batch).MaximumLength(40).Matches("^[A-Za-z0-9./_-]+$").When(x => x.Batch is not null);
            line.RuleFor(x => x.Certificate).MaximumLength(60).Matches("^[A-Za-z0-9./_-]+$").When(x => x.Certificate is not null);
        });
        RuleFor(x => x.Vehicle).MaximumLength(20);
        RuleFor(x => x.Driver).MaximumLength(40);
    }
}

internal sealed class ShipGoodsHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<ShipGoodsCommand, ShippedDelivery>
{
    public async Task<ShippedDelivery> Handle(ShipGoodsCommand command, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var order = await db.OfSupplier(request.Actor, command.OrderId, cancellationToken);
        foreach (var line in command.Lines) order.Ship(line.Line, line.Quantity);
        var delivery = DeliveryNote.Send(await PaperSerial.Next(db, "SH", now, cancellationToken), order.Id, order.Number, order.BuyerId, order.SupplierId, order.WantedOn, PlainText.Clean(command.Vehicle), PlainText.Clean(command.Driver),
            command.Lines.Select(x => new DeliveryLine(default, x.Line, x.Quantity, x.Batch, x.Certificate)), request.Actor.Name, now);
        db.Add(delivery);
        return new ShippedDelivery(delivery.Id, delivery.Number, delivery.Code);
    }
}
