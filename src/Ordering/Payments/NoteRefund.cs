using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments;

/// <summary>What the provider said of a refund, or that it said nothing.</summary>
/// <param name="RefundId">The refund.</param>
/// <param name="ProviderId">Its id there, if it has one.</param>
/// <param name="Status">How it stands; null: it could not be asked.</param>
/// <param name="IsRefusal">A definite no.</param>
/// <param name="Problem">For operators.</param>
internal sealed record NoteRefundCommand(Guid RefundId, string? ProviderId, RefundStatus? Status, bool IsRefusal, string? Problem) : ICommand
{
    public static NoteRefundCommand Of(Guid refundId, RefundNews news) => new(refundId, news.ProviderId, news.Status, news.Status == RefundStatus.Failed, news.Problem ?? "failed");

    public static NoteRefundCommand Of(Guid refundId, CashierFailed problem) => new(refundId, null, null, problem.IsRefusal, problem.Message);
}

internal sealed class NoteRefundHandler(OrderingDb db, TimeProvider clock) : AsyncRequestHandler<NoteRefundCommand>
{
    protected override async Task Handle(NoteRefundCommand command, CancellationToken cancellationToken)
    {
        var refund = await db.Refunds.SingleAsync(x => x.Id == command.RefundId, cancellationToken);
        switch (command.Status)
        {
            case RefundStatus.Stands:
                refund.Stand(command.ProviderId!, clock.UtcNow());
                break;
            case RefundStatus.Pending:
                refund.AwaitProvider(command.ProviderId!, clock.UtcNow());
                break;
            default:
                refund.TryAgain(command.Problem ?? "", command.IsRefusal, clock.UtcNow());
                break;
        }
    }
}
