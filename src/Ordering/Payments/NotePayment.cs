using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments;

/// <summary>The cashier's page for a payment is known.</summary>
internal sealed record AttachSessionCommand(Guid PaymentId, string SessionId, string CashierUrl) : ICommand;

internal sealed class AttachSessionHandler(OrderingDb db, TimeProvider clock) : AsyncRequestHandler<AttachSessionCommand>
{
    protected override async Task Handle(AttachSessionCommand command, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken);
        payment.Open(command.SessionId, command.CashierUrl);
        payment.TellCounter(clock.UtcNow());
    }
}

/// <summary>The cashier closed a payment without money.</summary>
/// <param name="PaymentId">The attempt.</param>
/// <param name="Outcome">Failed or Expired.</param>
/// <param name="Problem">Code of what an operator must look at, or null.</param>
internal sealed record ClosePaymentCommand(Guid PaymentId, PaymentState Outcome, string? Problem = null) : ICommand;

internal sealed class ClosePaymentHandler(OrderingDb db, TimeProvider clock) : AsyncRequestHandler<ClosePaymentCommand>
{
    protected override async Task Handle(ClosePaymentCommand command, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken);
        payment.Close(command.Outcome);
        payment.TellCounter(clock.UtcNow());
        if (command.Problem is { } problem) payment.Flag(problem);
    }
}

/// <summary>The cashier knew nothing new.</summary>
internal sealed record AskLaterCommand(Guid PaymentId) : ICommand;

internal sealed class AskLaterHandler(OrderingDb db, TimeProvider clock) : AsyncRequestHandler<AskLaterCommand>
{
    protected override async Task Handle(AskLaterCommand command, CancellationToken cancellationToken) =>
        (await db.Payments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken)).AskLater(clock.UtcNow());
}
