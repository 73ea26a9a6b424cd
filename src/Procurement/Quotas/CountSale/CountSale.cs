using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Procurement.Quotas.CountSale;

/// <summary>Goods sold over a counter or by a cabinet: counted once, paid at once, for the district. Goods that came back count as negative lines of their own.</summary>
internal sealed record CountSaleCommand(AidChannel Channel, Guid SaleId, string Paper, IReadOnlyList<CounterSaleLine> Lines, DateTime At) : ICommand;

internal sealed class CountSaleHandler(ProcurementDb db, QuotaRules rules) : IRequestHandler<CountSaleCommand, Unit>
{
    public async Task<Unit> Handle(CountSaleCommand command, CancellationToken cancellationToken)
    {
        if (await db.CountedLines.AnyAsync(x => x.Channel == command.Channel && x.SubjectId == command.SaleId, cancellationToken)) return Unit.Value;
        var day = BusinessTime.DayOf(command.At);
        var rule = rules.RuleFor(command.Channel, null, null, day);
        for (var i = 0; i < command.Lines.Count; i++)
            db.Add(new CountedLine(command.Channel, command.SaleId, i + 1, command.Paper, null, day.Year, command.Lines[i].SkuId, rule?.Counts ?? false, rule?.Code ?? "none", command.At).Sold(command.Lines[i].AmountFen));
        return Unit.Value;
    }
}

internal sealed class CountSaleWhenCounterSold(ProcurementDb db, IMediator mediator) : Platform.Messaging.Reaction<CounterSaleRecorded, ProcurementDb>(db)
{
    protected override Task React(CounterSaleRecorded message, CancellationToken cancellationToken) =>
        mediator.Send(new CountSaleCommand(AidChannel.Counter, message.SaleId, message.Number, message.Lines, message.SoldAt), cancellationToken);
}

internal sealed class CountSaleWhenCabinetSold(ProcurementDb db, IMediator mediator) : Platform.Messaging.Reaction<CabinetSaleRecorded, ProcurementDb>(db)
{
    protected override Task React(CabinetSaleRecorded message, CancellationToken cancellationToken) =>
        mediator.Send(new CountSaleCommand(AidChannel.Cabinet, message.SaleId, message.Cabinet, [new CounterSaleLine(message.SkuId, message.Quantity, message.AmountFen)], message.SoldAt), cancellationToken);
}

internal sealed class CountSaleWhenReturned(ProcurementDb db, IMediator mediator) : Platform.Messaging.Reaction<CounterReturnRecorded, ProcurementDb>(db)
{
    protected override Task React(CounterReturnRecorded message, CancellationToken cancellationToken) =>
        mediator.Send(new CountSaleCommand(AidChannel.Counter, message.ReturnId, message.Number, [.. message.Lines.Select(x => x with { AmountFen = -x.AmountFen })], message.At), cancellationToken);
}
