using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Contracts;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Quotas.DropPurchase;

/// <summary>An approved order will not be delivered: nothing of it is to come.</summary>
internal sealed record DropPurchaseCommand(Guid OrderId) : ICommand;

internal sealed class DropPurchaseHandler(ProcurementDb db) : IRequestHandler<DropPurchaseCommand, Unit>
{
    public async Task<Unit> Handle(DropPurchaseCommand command, CancellationToken cancellationToken)
    {
        var dropped = await db.CountedLines.Where(x => x.Channel == AidChannel.Bulk && x.SubjectId == command.OrderId).ExecuteUpdateAsync(x => x.SetProperty(l => l.CommittedFen, 0), cancellationToken);
        if (dropped == 0) throw new InvalidOperationException($"Order {command.OrderId} is not counted yet."); // its approval is on its way: this comes again
        return Unit.Value;
    }
}

internal sealed class DropPurchaseWhenEnded(ProcurementDb db, IMediator mediator) : Platform.Messaging.Reaction<PurchaseEnded, ProcurementDb>(db)
{
    protected override Task React(PurchaseEnded message, CancellationToken cancellationToken) => mediator.Send(new DropPurchaseCommand(message.OrderId), cancellationToken);
}
