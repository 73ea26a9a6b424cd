using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Contracts;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Quotas.CountPurchase;

/// <summary>Decides for every line of an approved order whether it counts and for whom, once, and commits it.</summary>
internal sealed record CountPurchaseCommand(PurchaseApproved Order) : ICommand;

internal sealed class CountPurchaseHandler(ProcurementDb db, QuotaRules rules) : IRequestHandler<CountPurchaseCommand, Unit>
{
    public async Task<Unit> Handle(CountPurchaseCommand command, CancellationToken cancellationToken)
    {
        var order = command.Order;
        if (await db.CountedLines.AnyAsync(x => x.Channel == AidChannel.Bulk && x.SubjectId == order.OrderId, cancellationToken)) return Unit.Value;
        var day = BusinessTime.DayOf(order.At);
        var buyer = await db.Organisations.AsNoTracking().SingleAsync(x => x.Id == order.BuyerId, cancellationToken);
        var rule = rules.RuleFor(AidChannel.Bulk, buyer.Kind, buyer.CanteenMode, day);
        Guid? creditedTo = rule?.CreditedTo == CreditedTo.Buyer ? order.BuyerId : null;
        foreach (var line in order.Lines)
            db.Add(new CountedLine(AidChannel.Bulk, order.OrderId, line.Line, order.Number, creditedTo, day.Year, line.SkuId, rule?.Counts ?? false, rule?.Code ?? "none", order.At).Committed(line.AmountFen));
        return Unit.Value;
    }
}

internal sealed class CountPurchaseWhenApproved(ProcurementDb db, IMediator mediator) : Platform.Messaging.Reaction<PurchaseApproved, ProcurementDb>(db)
{
    protected override Task React(PurchaseApproved message, CancellationToken cancellationToken) => mediator.Send(new CountPurchaseCommand(message), cancellationToken);
}
