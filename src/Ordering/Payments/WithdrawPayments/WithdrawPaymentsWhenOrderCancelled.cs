using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.WithdrawPayments;

/// <summary>The order has ended: nobody should pay for it any more. Money that moved a moment before still comes to be settled.</summary>
internal sealed record WithdrawPaymentsCommand(Guid OrderId) : ICommand;

internal sealed class WithdrawPaymentsHandler(OrderingDb db, TimeProvider clock) : AsyncRequestHandler<WithdrawPaymentsCommand>
{
    protected override async Task Handle(WithdrawPaymentsCommand command, CancellationToken cancellationToken)
    {
        foreach (var payment in await db.Payments.Where(x => x.OrderId == command.OrderId).ToListAsync(cancellationToken)) payment.Supersede(clock.UtcNow());
    }
}

internal sealed class WithdrawPaymentsWhenOrderCancelled(OrderingDb db, IMediator mediator) : Reaction<OrderCancelled, OrderingDb>(db)
{
    protected override Task React(OrderCancelled message, CancellationToken cancellationToken) => mediator.Send(new WithdrawPaymentsCommand(message.OrderId), cancellationToken);
}
