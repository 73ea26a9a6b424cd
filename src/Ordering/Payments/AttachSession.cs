using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Payments;

/// <summary>The cashier's page for a payment is known.</summary>
internal sealed record AttachSessionCommand(Guid PaymentId, string SessionId, string CashierUrl) : ICommand;

internal sealed class AttachSessionHandler(OrderingDb db) : AsyncRequestHandler<AttachSessionCommand>
{
    protected override async Task Handle(AttachSessionCommand command, CancellationToken cancellationToken) =>
        (await db.Payments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken)).Open(command.SessionId, command.CashierUrl);
}
