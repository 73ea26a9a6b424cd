using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Messaging;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ScanPayments.HearOfPayment;

/// <summary>News of a payment by scan, for the till that waits.</summary>
internal sealed record HearOfPaymentCommand(NoteCounterPayment News) : ICommand;

internal sealed class HearOfPaymentHandler(ShowroomDb db, LiveFeed live, TimeProvider clock) : AsyncRequestHandler<HearOfPaymentCommand>
{
    protected override async Task Handle(HearOfPaymentCommand command, CancellationToken cancellationToken)
    {
        if (await db.ScanPayments.FirstOrDefaultAsync(x => x.Id == command.News.PaymentId, cancellationToken) is not { } payment) return;
        payment.Hear(command.News, clock.UtcNow());
        var news = ScanPaymentNews.Of(payment);
        db.AfterCommit(() => live.Publish(ScanPaymentNews.Topic(payment.Id), news));
    }
}

internal sealed class HearOfPaymentWhenNoted(ShowroomDb db, IMediator mediator) : Reaction<NoteCounterPayment, ShowroomDb>(db)
{
    protected override Task React(NoteCounterPayment message, CancellationToken cancellationToken) => mediator.Send(new HearOfPaymentCommand(message), cancellationToken);
}
