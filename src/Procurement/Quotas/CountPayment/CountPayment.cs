using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Contracts;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Quotas.CountPayment;

/// <summary>Money for accepted lines has gone: they count as paid.</summary>
internal sealed record CountPaymentCommand(IReadOnlyList<PaidLine> Lines) : ICommand;

internal sealed class CountPaymentHandler(ProcurementDb db) : IRequestHandler<CountPaymentCommand, Unit>
{
    public async Task<Unit> Handle(CountPaymentCommand command, CancellationToken cancellationToken)
    {
        foreach (var line in command.Lines)
        {
            var paid = await db.CountedLines.Where(x => x.Channel == AidChannel.Bulk && x.SubjectId == line.OrderId && x.Line == line.Line && x.AcceptedFen - x.PaidFen >= line.AmountFen)
                .ExecuteUpdateAsync(x => x.SetProperty(l => l.PaidFen, l => l.PaidFen + line.AmountFen), cancellationToken);
            if (paid == 0) throw new InvalidOperationException($"Line {line.Line} of order {line.OrderId} is not accepted yet."); // its receipt is on its way: this comes again
        }
        return Unit.Value;
    }
}

internal sealed class CountPaymentWhenPaid(ProcurementDb db, IMediator mediator) : Platform.Messaging.Reaction<StatementPaid, ProcurementDb>(db)
{
    protected override Task React(StatementPaid message, CancellationToken cancellationToken) => mediator.Send(new CountPaymentCommand(message.Lines), cancellationToken);
}
