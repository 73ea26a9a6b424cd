using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.ConfirmReceipt;

/// <summary>The buyer says that the goods have arrived.</summary>
internal sealed record ConfirmReceiptCommand(Guid OrderId) : ICommand;

internal sealed class ConfirmReceiptHandler(OrderingDb db, RequestContext context, LiveFeed live, TimeProvider clock) : AsyncRequestHandler<ConfirmReceiptCommand>
{
    protected override async Task Handle(ConfirmReceiptCommand command, CancellationToken cancellationToken)
    {
        var order = await db.Orders.FirstOrDefaultAsync(x => x.Id == command.OrderId && x.BuyerKey == context.Actor.Key, cancellationToken) ?? throw new Platform.Domain.NotFound("The order");
        order.ConfirmReceipt(clock.UtcNow());
        db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
    }
}

internal sealed class ConfirmReceiptEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/ordering/orders/{id:guid}/receipt", Handle).ToHolders(OrderingPermissions.Buy).WithSummary("Confirm that an order of yours has arrived");

    private static async Task<IResult> Handle(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ConfirmReceiptCommand(id), cancellationToken);
        return TypedResults.NoContent();
    }
}
