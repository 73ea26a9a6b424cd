namespace ZhongFu.Ordering.Payments;

/// <summary>Takes the buyer's money: Stripe, or the sandbox where there is no key. Called outside any transaction.</summary>
internal interface ICashier
{
    /// <summary>Stored with each payment.</summary>
    string Provider { get; }

    /// <summary>Whether money is only played.</summary>
    bool IsSandbox { get; }

    /// <summary>Opens the page where the buyer pays. The same payment gives the same session, however often it is asked.</summary>
    /// <exception cref="CashierFailed">No answer, or a refusal; asking again later is safe.</exception>
    Task<CashierSession> Open(Payment payment, CancellationToken cancellationToken);

    /// <summary>Asks how a session stands.</summary>
    /// <exception cref="CashierFailed">No answer.</exception>
    Task<CashierNews> Ask(Payment payment, CancellationToken cancellationToken);

    /// <summary>Sends money back. The same refund is paid once, however often it is asked. Returns the provider's id of it.</summary>
    /// <exception cref="CashierFailed">No answer, or a refusal; asking again later is safe.</exception>
    Task<string> SendBack(Refund refund, string providerReference, CancellationToken cancellationToken);
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

/// <summary>The cashier did not answer or refused.</summary>
internal sealed class CashierFailed(string message, Exception? cause = null) : Exception(message, cause);
