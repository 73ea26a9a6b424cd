using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ScanPayments.CancelScanPayment;

/// <summary>The till turns away from a payment; money that has moved, or moves all the same, goes back. Only its cashier or a manager.</summary>
internal sealed record CancelScanPaymentCommand(Guid PaymentId) : ICommand<ScanPaymentNews>;

internal sealed class CancelScanPaymentHandler(ShowroomDb db, RequestContext context, LiveFeed live, TimeProvider clock) : IRequestHandler<CancelScanPaymentCommand, ScanPaymentNews>
{
    public async Task<ScanPaymentNews> Handle(CancelScanPaymentCommand request, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.UtcNow(), context.Actor);
        var payment = await db.ScanPayments.FirstOrDefaultAsync(x => x.Id == request.PaymentId, cancellationToken) ?? throw new Platform.Domain.NotFound("The payment");
        if (payment.CashierKey != actor.Key && !actor.Can(ShowroomPermissions.Approve)) throw new RuleBroken("scan-payment.not-yours", "Another cashier asked for it.");
        var wasPaid = payment.State == ScanPaymentState.Paid;
        payment.Drop(wasPaid ? "no-sale" : "cancelled", now);
        if (wasPaid) db.Audit.Add(AuditEntry.Of(actor, now, "showroom.scan-payment-dropped", payment.Id, after: new { payment.AmountFen, payment.Label }));
        var news = ScanPaymentNews.Of(payment);
        db.AfterCommit(() => live.Publish(ScanPaymentNews.Topic(payment.Id), news));
        return news;
    }
}

internal sealed class CancelScanPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/scan-payments/{id:guid}/cancellation", Cancel)
        .WithSummary("Turns away from a payment by scan").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Ok<ScanPaymentNews>> Cancel(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CancelScanPaymentCommand(id), cancellationToken));
}
