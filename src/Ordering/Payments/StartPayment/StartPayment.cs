using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.StartPayment;

/// <summary>Writes an attempt to pay down, before any cashier hears of it. An attempt that is still open is taken up again instead of a second one.</summary>
internal sealed record StartPaymentCommand(Guid OrderId, string Site) : ICommand<Guid>;

internal sealed class StartPaymentRules : AbstractValidator<StartPaymentCommand>
{
    public StartPaymentRules() => RuleFor(x => x.Site).NotEmpty().MaximumLength(200);
}

internal sealed class StartPaymentHandler(OrderingDb db, ICashier cashier, RequestContext context, TimeProvider clock) : IRequestHandler<StartPaymentCommand, Guid>
{
    public async Task<Guid> Handle(StartPaymentCommand command, CancellationToken cancellationToken)
    {
        var order = await db.Orders.FirstOrDefaultAsync(x => x.Id == command.OrderId && x.BuyerKey == context.Actor.Key, cancellationToken) ?? throw new NotFound("The order");
        var (now, provider) = (clock.UtcNow(), cashier.Kind.ToString());
        if (cashier.Kind == CashierKind.None) throw new RuleBroken("payment.closed", "Payments are switched off.");
        if (order.State != OrderState.Reserved) throw new RuleBroken("payment.order-not-payable", $"Only a reserved order can be paid; this one is {order.State}.", new { state = order.State.ToString() });
        if (now >= order.PayBy) throw new RuleBroken("payment.too-late", "The time to pay is over.");

        var open = await db.Payments.Where(x => x.OrderId == order.Id && x.Provider == provider && (x.State == PaymentState.Created || x.State == PaymentState.Open))
            .Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken);
        if (open is { } running) return running;

        var payment = Payment.Start(order.Id, order.Number, context.Actor.Key, order.TotalFen, provider, command.Site, now);
        db.Payments.Add(payment);
        return payment.Id;
    }
}
