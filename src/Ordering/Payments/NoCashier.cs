namespace ZhongFu.Ordering.Payments;

/// <summary>Payments are switched off by <c>Payments:Enabled=false</c>: no attempt is started, what was started before waits.</summary>
internal sealed class NoCashier : ICashier
{
    public CashierKind Kind => CashierKind.None;

    public Task<CashierSession> Open(Payment payment, CancellationToken cancellationToken) => throw Away();

    public Task<CashierNews> Ask(Payment payment, CancellationToken cancellationToken) => throw Away();

    public Task<CashierNews> Close(Payment payment, CancellationToken cancellationToken) => throw Away();

    public Task<RefundNews> SendBack(Refund refund, string providerReference, CancellationToken cancellationToken) => throw Away();

    private static CashierFailed Away() => new("Payments are switched off.", isRefusal: false);
}
