namespace ZhongFu.Ordering.Payments;

/// <summary>Takes the buyer's money: Stripe, or the sandbox where there is no key. Called outside any transaction.</summary>
internal interface ICashier
{
    /// <summary>Which one; stored with each payment.</summary>
    CashierKind Kind { get; }

    /// <summary>Opens the page where the buyer pays. The same payment gives the same session, however often it is asked.</summary>
    /// <exception cref="CashierFailed">No answer, or a refusal.</exception>
    Task<CashierSession> Open(Payment payment, CancellationToken cancellationToken);

    /// <summary>Asks how a session stands.</summary>
    /// <exception cref="CashierFailed">No answer.</exception>
    Task<CashierNews> Ask(Payment payment, CancellationToken cancellationToken);

    /// <summary>Closes a session so that nobody can pay it any more, and says how it stands then: it may have been paid before.</summary>
    /// <exception cref="CashierFailed">No answer.</exception>
    Task<CashierNews> Close(Payment payment, CancellationToken cancellationToken);

    /// <summary>Sends money back, or asks for a refund that was sent. The same refund is paid once, however often it is asked.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="providerReference">The provider's name for the money that had moved.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CashierFailed">No answer, or a refusal.</exception>
    Task<RefundNews> SendBack(Refund refund, string providerReference, CancellationToken cancellationToken);
}

/// <summary>Who takes the money.</summary>
internal enum CashierKind
{
    /// <summary>Stripe's hosted page.</summary>
    Stripe,

    /// <summary>Play money.</summary>
    Sandbox,

    /// <summary>Payments are switched off.</summary>
    None,
}

/// <summary>A session at the cashier.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Url">Where the buyer pays.</param>
internal sealed record CashierSession(string Id, string Url);

/// <summary>What the provider says of a session.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Reference">The provider's name for the money, when it moved.</param>
/// <param name="AmountFen">How much moved, fen.</param>
/// <param name="Currency">In which currency.</param>
internal sealed record CashierNews(CashierState State, string? Reference, long AmountFen, string Currency);

/// <summary>How a session stands.</summary>
internal enum CashierState
{
    /// <summary>Not paid yet.</summary>
    Open,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Closed unpaid.</summary>
    Expired,
}

/// <summary>What the provider says of a refund.</summary>
/// <param name="ProviderId">Its id of the refund.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Problem">Why it failed, if it did.</param>
internal sealed record RefundNews(string ProviderId, RefundStatus Status, string? Problem = null);

/// <summary>How a refund stands at the provider.</summary>
internal enum RefundStatus
{
    /// <summary>At work.</summary>
    Pending,

    /// <summary>The money is on its way.</summary>
    Stands,

    /// <summary>It did not go through and never will: a new one is needed.</summary>
    Failed,
}

/// <summary>The cashier did not answer or refused.</summary>
/// <param name="message">For the log; no personal data.</param>
/// <param name="isRefusal">A definite no, which the provider would repeat under the same key; else nobody knows, and the same key must be used again.</param>
/// <param name="cause">What happened.</param>
internal sealed class CashierFailed(string message, bool isRefusal, Exception? cause = null) : Exception(message, cause)
{
    public bool IsRefusal { get; } = isRefusal;
}
