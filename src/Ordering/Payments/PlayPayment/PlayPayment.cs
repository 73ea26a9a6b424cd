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

namespace ZhongFu.Ordering.Payments.PlayPayment;

/// <summary>Plays that the buyer paid, or that the cashier refused; only where the sandbox is the cashier, and only by who started it.</summary>
internal sealed record PlayPaymentCommand(Guid PaymentId, bool Succeeds) : ICommand<string>;

internal sealed class PlayPaymentHandler(OrderingDb db, ICashier cashier, RequestContext context, IMediator mediator) : IRequestHandler<PlayPaymentCommand, string>
{
    public async Task<string> Handle(PlayPaymentCommand command, CancellationToken cancellationToken)
    {
        if (!cashier.IsSandbox) throw new Platform.Domain.NotFound("The sandbox cashier");
        var payment = await db.Payments.FirstOrDefaultAsync(x => x.Id == command.PaymentId && x.Provider == cashier.Provider && x.BuyerKey == context.Actor.Key, cancellationToken)
            ?? throw new Platform.Domain.NotFound("The payment");
        if (command.Succeeds) return await mediator.Send(new SettlePaymentCommand(payment.Id, $"sandbox-{payment.Id}", payment.AmountFen, payment.Currency), cancellationToken);
        payment.Close(PaymentState.Failed);
        return "failed";
    }
}

internal sealed class PlayPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/ordering/payments/sandbox/{id:guid}/complete", Handle).ToHolders(OrderingPermissions.Buy).WithSummary("Play a successful payment (sandbox cashier only)");

    private static async Task<Ok<SandboxOutcome>> Handle(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SandboxOutcome(await mediator.Send(new PlayPaymentCommand(id, true), cancellationToken)));
}

/// <summary>What came of a played payment: <c>settled</c>, <c>known</c>, <c>late</c>, <c>refunded</c>.</summary>
internal sealed record SandboxOutcome(string Outcome);
