using ZhongFu.Ordering.Contracts;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Ordering.Payments;

/// <summary>Where money on its way back stands.</summary>
internal enum RefundState
{
    /// <summary>Promised; the provider does not stand by it yet. Tried again until it does.</summary>
    Requested,

    /// <summary>The provider has confirmed it.</summary>
    Succeeded,
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

    /// <summary>Code of the cause.</summary>
    public string Reason { get; private init; } = "";

    public RefundState State { get; private set; }
    public string? ProviderId { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>When it is tried next, UTC.</summary>
    public DateTime DueAt { get; private set; }

    public string? Problem { get; private set; }
    public DateTime RequestedAt { get; private init; }
    public DateTime? SucceededAt { get; private set; }
    public Guid Version { get; private set; } = Guid.NewGuid();

    public static Refund Request(Payment payment, Guid key, long amountFen, string reason, DateTime now)
    {
        if (amountFen <= 0) throw new RuleBroken("refund.nothing", "A refund is more than nothing.");
        return new Refund { PaymentId = payment.Id, OrderId = payment.OrderId, Key = key, AmountFen = amountFen, Reason = reason, RequestedAt = now, DueAt = now };
    }

    /// <summary>The provider confirmed it; a repeat changes nothing.</summary>
    public void Stand(string providerId, DateTime now)
    {
        if (State == RefundState.Succeeded) return;
        (ProviderId, SucceededAt, State, Problem, Version) = (providerId, now, RefundState.Succeeded, null, Guid.NewGuid());
        Raise(new OrderRefunded(OrderId, Id, AmountFen, now));
    }

    /// <summary>The provider failed: tried again after 10 s, doubling to an hour, until it stands.</summary>
    public void TryAgain(string problem, DateTime now)
    {
        Attempts++;
        Problem = problem.Length > 300 ? problem[..300] : problem;
        DueAt = now + TimeSpan.FromSeconds(Math.Min(3600, 10 * Math.Pow(2, Math.Min(Attempts - 1, 10))));
        Version = Guid.NewGuid();
    }
}
