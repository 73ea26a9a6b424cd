using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Contracts;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Quotas.CountReceipt;

/// <summary>What was accepted of an order counts as accepted, and what it settles of the order is no longer to come.</summary>
internal sealed record CountReceiptCommand(GoodsAccepted Receipt) : ICommand;

internal sealed class CountReceiptHandler(ProcurementDb db) : IRequestHandler<CountReceiptCommand, Unit>
{
    public async Task<Unit> Handle(CountReceiptCommand command, CancellationToken cancellationToken)
    {
        var receipt = command.Receipt;
        foreach (var line in receipt.Settled)
        {
            var accepted = receipt.Lines.Where(x => x.Line == line.Line).Sum(x => x.AmountFen);
            var moved = await db.CountedLines.Where(x => x.Channel == AidChannel.Bulk && x.SubjectId == receipt.OrderId && x.Line == line.Line && x.CommittedFen >= line.AmountFen)
                .ExecuteUpdateAsync(x => x.SetProperty(l => l.CommittedFen, l => l.CommittedFen - line.AmountFen).SetProperty(l => l.AcceptedFen, l => l.AcceptedFen + accepted), cancellationToken);
            // The approval's fact has not arrived yet, or is on its way: this one comes again.
            if (moved == 0) throw new InvalidOperationException($"Line {line.Line} of order {receipt.OrderId} is not counted yet.");
        }
        return Unit.Value;
    }
}

internal sealed class CountReceiptWhenAccepted(ProcurementDb db, IMediator mediator) : Platform.Messaging.Reaction<GoodsAccepted, ProcurementDb>(db)
{
    protected override Task React(GoodsAccepted message, CancellationToken cancellationToken) => mediator.Send(new CountReceiptCommand(message), cancellationToken);
}
