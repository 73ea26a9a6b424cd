using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Contracts;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Quotas.CountCredit;

/// <summary>A supplier gave part of an accepted line back: so much counts no more.</summary>
internal sealed record CountCreditCommand(PurchaseCredited Credit) : ICommand;

internal sealed class CountCreditHandler(ProcurementDb db) : IRequestHandler<CountCreditCommand, Unit>
{
    public async Task<Unit> Handle(CountCreditCommand command, CancellationToken cancellationToken)
    {
        var credit = command.Credit;
        if (credit.Line == 0) return Unit.Value; // freight does not count
        var lowered = await db.CountedLines.Where(x => x.Channel == AidChannel.Bulk && x.SubjectId == credit.OrderId && x.Line == credit.Line && x.AcceptedFen - x.PaidFen >= credit.AmountFen)
            .ExecuteUpdateAsync(x => x.SetProperty(l => l.AcceptedFen, l => l.AcceptedFen - credit.AmountFen), cancellationToken);
        if (lowered == 0) throw new InvalidOperationException($"Line {credit.Line} of order {credit.OrderId} is not accepted yet."); // its receipt is on its way: this comes again
        return Unit.Value;
    }
}

internal sealed class CountCreditWhenGiven(ProcurementDb db, IMediator mediator) : Platform.Messaging.Reaction<PurchaseCredited, ProcurementDb>(db)
{
    protected override Task React(PurchaseCredited message, CancellationToken cancellationToken) => mediator.Send(new CountCreditCommand(message), cancellationToken);
}
