using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments;

/// <summary>Plays a cashier where there is no Stripe key; labelled on every page and refused in Production.</summary>
internal sealed class SandboxCashier(TimeProvider clock) : ICashier
{
    public CashierKind Kind => CashierKind.Sandbox;

    public Task<CashierSession> Open(Payment payment, CancellationToken cancellationToken) =>
        Task.FromResult(new CashierSession($"sandbox-{payment.Id}", payment.IsAtCounter ? $"/pay/sandbox/counter/{payment.Id}" : $"/pay/sandbox/{payment.Id}"));

    public Task<CashierNews> Ask(Payment payment, CancellationToken cancellationToken) =>
        Task.FromResult(News(payment, clock.UtcNow() < payment.CreatedAt + Payment.SessionLife ? CashierState.Open : CashierState.Expired));

    public Task<CashierNews> Close(Payment payment, CancellationToken cancellationToken) => Task.FromResult(News(payment, CashierState.Expired));

    public Task<RefundNews> SendBack(Refund refund, string providerReference, CancellationToken cancellationToken) =>
        Task.FromResult(new RefundNews($"sandbox-refund-{refund.Id}", RefundStatus.Stands));

    private static CashierNews News(Payment payment, CashierState state) => new(state, null, 0, payment.Currency);
}
