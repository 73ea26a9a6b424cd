using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Payments.TrackPayment;

/// <summary>How one attempt stands, for who started it and for those who may refund.</summary>
internal sealed record TrackPaymentQuery(Guid PaymentId) : IQuery<TrackedPayment>;

/// <param name="RefundedFen">Promised back so far, fen.</param>
internal sealed record TrackedPayment(Guid Id, Guid OrderId, string Provider, PaymentState State, long AmountFen, string Currency, long RefundedFen, string? CashierUrl, DateTime CreatedAt, DateTime? SucceededAt);

internal sealed class TrackPaymentHandler(OrderingDb db, RequestContext context) : IRequestHandler<TrackPaymentQuery, TrackedPayment>
{
    public async Task<TrackedPayment> Handle(TrackPaymentQuery query, CancellationToken cancellationToken)
    {
        var (mine, all) = (context.Actor.Key, context.Actor.Can(OrderingPermissions.Refund, Scope.All));
        return await db.Payments.AsNoTracking().Where(x => x.Id == query.PaymentId && (all || x.BuyerKey == mine))
            .Select(x => new TrackedPayment(x.Id, x.OrderId, x.Provider, x.State, x.AmountFen, x.Currency, x.RefundedFen, x.CashierUrl, x.CreatedAt, x.SucceededAt))
            .FirstOrDefaultAsync(cancellationToken) ?? throw new Platform.Domain.NotFound("The payment");
    }
}

internal sealed class TrackPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/ordering/payments/{id:guid}", Handle).ToSignedIn().WithSummary("One attempt to pay");

    private static async Task<Ok<TrackedPayment>> Handle(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new TrackPaymentQuery(id), cancellationToken));
}
