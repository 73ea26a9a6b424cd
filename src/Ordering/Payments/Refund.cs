using ZhongFu.Ordering.Contracts;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Ordering.Payments;

/// <summary>Where money on its way back stands.</summary>
internal enum RefundState
{
    /// <summary>Promised; the provider has not been asked yet.</summary>
    Requested,

    /// <summary>The provider works on it (Alipay and WeChat Pay may take days).</summary>
    Sent,

    /// <summary>The provider has confirmed it.</summary>
    Succeeded,

    /// <summary>The provider did not answer or refused; tried again until it stands.</summary>
    Retrying,
}

/// <summary>Money that goes back to the buyer. Its id is the idempotency key towards the provider.</summary>
internal sealed class Refund : Aggregate
{
    public Guid PaymentId { get; private init; }
    public Guid OrderId { get; private init; }

    /// <summary>Chosen by the asker; a second request with the same key is the same refund.</summary>
    public Guid Key { get; private init; }

    /// <summary>Fen, more than 0.</summary>
    public long AmountFen { get; private init; }

    /// <summary>Code of the cause, or an operator's words.</summary>
    public string Reason { get; private init; } = "";

    public RefundState State { get; private set; }
    public string? ProviderId { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>How often the provider said a definite no. It repeats its answer to a key for a day, so each no needs a key of its own.</summary>
    public int Refusals { get; private set; }

    /// <summary>When it is sent, or asked for, next; UTC.</summary>
    public DateTime DueAt { get; private set; }

    public string? Problem { get; private set; }
    public DateTime RequestedAt { get; private init; }
    public DateTime? SucceededAt { get; private set; }
    public Guid Version { get; private set; } = Guid.NewGuid();

    /// <summary>Idempotency key towards the provider: the same for every repeat whose outcome is unknown.</summary>
    public string ProviderKey => Refusals == 0 ? Id.ToString() : $"{Id}-{Refusals}";

    public static Refund Request(Payment payment, Guid key, long amountFen, string reason, DateTime now)
    {
        if (amountFen <= 0) throw new RuleBroken("refund.nothing", "A refund is more than nothing.");
        return new Refund { PaymentId = payment.Id, OrderId = payment.OrderId, Key = key, AmountFen = amountFen, Reason = reason, RequestedAt = now, DueAt = now };
    }

    /// <summary>The provider confirmed it; a repeat changes nothing.</summary>
    public void Stand(string providerId, DateTime now)
    {
        if (State == RefundState.Succeeded) return;
        var first = SucceededAt is null;
        (ProviderId, SucceededAt, State, Problem, Version) = (providerId, now, RefundState.Succeeded, null, Guid.NewGuid());
        if (first) Raise(new OrderRefunded(OrderId, Id, AmountFen, now));
    }

    /// <summary>The provider has it and is at work: asked for again later.</summary>
    public void AwaitProvider(string providerId, DateTime now)
    {
        if (State == RefundState.Succeeded) return;
        Attempts++;
        (ProviderId, State, Problem, Version, DueAt) = (providerId, RefundState.Sent, null, Guid.NewGuid(), now + Wait());
    }

    /// <summary>It did not work: tried again after 10 s, doubling to an hour, until it stands. A refund that stood may be returned by the buyer's bank later.</summary>
    /// <param name="problem">What the provider said.</param>
    /// <param name="isRefusal">A definite no, not a lost answer.</param>
    /// <param name="now">UTC.</param>
    public void TryAgain(string problem, bool isRefusal, DateTime now)
    {
        Attempts++;
        if (isRefusal)
        {
            Refusals++;
            ProviderId = null;
        }
        (Problem, Version, DueAt) = (problem.Length > 300 ? problem[..300] : problem, Guid.NewGuid(), now + Wait());
        // No answer about a refund that the provider has: it still has it.
        if (isRefusal || State is not (RefundState.Sent or RefundState.Succeeded)) State = RefundState.Retrying;
    }

    private TimeSpan Wait() => TimeSpan.FromSeconds(Math.Min(3600, 10 * Math.Pow(2, Math.Min(Attempts - 1, 10))));
}
