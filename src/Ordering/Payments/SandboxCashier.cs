namespace ZhongFu.Ordering.Payments;

/// <summary>Plays a cashier where there is no Stripe key; labelled on every page and refused in Production.</summary>
internal sealed class SandboxCashier : ICashier
{
    public string Provider => "Sandbox";

    public bool IsSandbox => true;

    public Task<CashierSession> Open(Payment payment, CancellationToken cancellationToken) =>
        Task.FromResult(new CashierSession($"sandbox-{payment.Id}", $"/pay/sandbox/{payment.Id}"));

    public Task<CashierNews> Ask(Payment payment, CancellationToken cancellationToken) =>
        Task.FromResult(new CashierNews(CashierState.Open, null, 0, payment.Currency));

    public Task<string> SendBack(Refund refund, string providerReference, CancellationToken cancellationToken) => Task.FromResult($"sandbox-refund-{refund.Id}");
}
