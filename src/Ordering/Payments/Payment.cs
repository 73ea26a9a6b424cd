using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Payments;

/// <summary>Where one attempt to pay stands.</summary>
internal enum PaymentState
{
    /// <summary>Written down; the cashier has not answered yet.</summary>
    Created,

    /// <summary>The buyer can pay at the cashier.</summary>
    Open,

    /// <summary>The money has moved.</summary>
    Succeeded,

    /// <summary>The cashier refused it.</summary>
    Failed,

    /// <summary>The cashier closed it unpaid.</summary>
    Expired,

    /// <summary>Nobody needs it any more: the order was paid by another attempt, or is cancelled. The cashier is told to close it.</summary>
    Superseded,
}

/// <summary>One attempt to pay one order, or one sale at a counter. Its id is the idempotency key towards the cashier, so that a lost answer never charges twice.</summary>
internal sealed class Payment : Aggregate
{
    /// <summary>How long a session lives at the cashier. An attempt begins within the order's 30 minutes to pay, and Stripe wants 30 minutes more counted
    /// from the call that reaches it, which may be a repeat at the end of those 30. When the order ends earlier, the cashier is told to close the session.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromMinutes(61);

    /// <summary>The order; at a counter the attempt itself, for there is no sale before it is paid.</summary>
    public Guid OrderId { get; private init; }

    /// <summary>A till asked for it: no order waits for the money but a customer before the counter.</summary>
    public bool IsAtCounter { get; private init; }

    public string OrderNumber { get; private init; } = "";

    /// <summary>Key of the buyer who started it.</summary>
    public string BuyerKey { get; private init; } = "";

    /// <summary>Fen, what the order costs in all.</summary>
    public long AmountFen { get; private init; }

    /// <summary>ISO 4217, lower case as Stripe writes it; always <c>cny</c>.</summary>
    public string Currency { get; private init; } = "cny";

    public string Provider { get; private init; } = "";

    /// <summary>Scheme and host the buyer came by; the cashier sends them back there.</summary>
    public string Site { get; private init; } = "";

    public PaymentState State { get; private set; }
    public string? SessionId { get; private set; }

    /// <summary>The provider's name for the money that moved; refunds go against it.</summary>
    public string? ProviderReference { get; private set; }

    public string? CashierUrl { get; private set; }
    public DateTime CreatedAt { get; private init; }
    public DateTime? SucceededAt { get; private set; }

    /// <summary>When the order took this money, UTC. At most one payment of an order is ever accepted; other money goes back.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>When the provider is asked next, UTC; null when nothing is left to ask.</summary>
    public DateTime? AskAt { get; private set; }

    public int Asked { get; private set; }

    /// <summary>Fen that really moved, 0 before; for money that an order took it is <see cref="AmountFen"/>.</summary>
    public long MovedFen { get; private set; }

    /// <summary>Fen promised back so far; raised only by a conditional update, never above <see cref="MovedFen"/>.</summary>
    public long RefundedFen { get; private init; }

    /// <summary>What an operator must look at: a code, or null.</summary>
    public string? Problem { get; private set; }

    public Guid Version { get; private set; } = Guid.NewGuid();

    public static Payment Start(Guid orderId, string orderNumber, string buyerKey, long amountFen, string provider, string site, DateTime now)
    {
        if (amountFen <= 0) throw new RuleBroken("payment.nothing-to-pay", "There is nothing to pay.");
        return new Payment
        {
            OrderId = orderId, OrderNumber = orderNumber, BuyerKey = buyerKey, AmountFen = amountFen, Provider = provider, Site = site, CreatedAt = now, AskAt = now + TimeSpan.FromMinutes(1),
        };
    }

    /// <summary>An attempt that a till asked for; anyone may pay it.</summary>
    public static Payment StartAtCounter(CounterPaymentAsked asked, string provider, DateTime now) => new()
    {
        Id = asked.PaymentId, OrderId = asked.PaymentId, IsAtCounter = true, OrderNumber = asked.Label, AmountFen = asked.AmountFen, Provider = provider, Site = asked.Site, CreatedAt = now, AskAt = now + TimeSpan.FromMinutes(1),
    };

    /// <summary>The cashier is ready; a repeat changes nothing.</summary>
    public void Open(string sessionId, string? cashierUrl)
    {
        if (SessionId is not null) return;
        (SessionId, CashierUrl) = (sessionId, cashierUrl);
        if (State == PaymentState.Created) State = PaymentState.Open;
        Touch();
    }

    /// <summary>Where the cashier sends the customer afterwards.</summary>
    public string ReturnPath(bool isPaid) => IsAtCounter ? $"/pay/counter/{Id}?back={(isPaid ? "paid" : "unpaid")}" : isPaid ? $"/pay/{OrderNumber}/result" : $"/pay/{OrderNumber}";

    /// <summary>Tells the counter how it stands.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="isAnswered">False: the cashier was asked and did not answer.</param>
    public void TellCounter(DateTime now, bool isAnswered = true)
    {
        if (!IsAtCounter) return;
        var standing = State switch
        {
            PaymentState.Succeeded => AcceptedAt is null ? CounterPaymentStanding.SentBack : CounterPaymentStanding.Paid,
            PaymentState.Failed or PaymentState.Expired => CounterPaymentStanding.Closed,
            _ when !isAnswered => CounterPaymentStanding.Unknown,
            PaymentState.Superseded => CounterPaymentStanding.Closed,
            _ => CounterPaymentStanding.Open,
        };
        if (standing != CounterPaymentStanding.Open || SessionId is not null) Raise(new NoteCounterPayment(Id, standing, $"{Site}/pay/counter/{Id}", now));
    }

    /// <summary>The money has moved. False when that was known already.</summary>
    public bool Succeed(string providerReference, long movedFen, DateTime now)
    {
        if (State == PaymentState.Succeeded) return false;
        (ProviderReference, MovedFen, SucceededAt, State, AskAt) = (providerReference, movedFen, now, PaymentState.Succeeded, null);
        Touch();
        return true;
    }

    /// <summary>The order takes the money.</summary>
    public void Accept(DateTime now)
    {
        if (State != PaymentState.Succeeded || MovedFen != AmountFen) throw new RuleBroken("payment.not-succeeded", "Only money that has moved, and all of it, can be accepted.");
        AcceptedAt ??= now;
        Touch();
    }

    /// <summary>The counter makes no sale with it: nobody shall pay it any more, and true when money has moved that must go back.</summary>
    public bool Disown(DateTime now)
    {
        Supersede(now);
        AcceptedAt = null;
        Touch();
        return State == PaymentState.Succeeded;
    }

    /// <summary>The cashier closed it without money; never undoes a success, whatever order the events come in.</summary>
    public void Close(PaymentState outcome)
    {
        if (State is PaymentState.Succeeded || outcome is not (PaymentState.Failed or PaymentState.Expired)) return;
        AskAt = null;
        if (State != PaymentState.Superseded) State = outcome;
        Touch();
    }

    /// <summary>Nobody needs it any more; the cashier is told so as soon as possible. Money that has moved already stays moved.</summary>
    public void Supersede(DateTime now)
    {
        if (State is not (PaymentState.Created or PaymentState.Open)) return;
        (State, AskAt, Asked) = (PaymentState.Superseded, now, 0);
        Touch();
    }

    /// <summary>The provider was asked and knew nothing new: ask again later, ever more rarely.</summary>
    public void AskLater(DateTime now)
    {
        if (AskAt is null) return;
        Asked++;
        AskAt = now + TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(Asked, 6)));
    }

    /// <summary>Something was told that does not fit: the provider is asked at once instead of later.</summary>
    public void AskNow(DateTime now)
    {
        if (State != PaymentState.Succeeded) AskAt = now;
        Touch();
    }

    /// <summary>Marks what an operator must look at.</summary>
    public void Flag(string problem)
    {
        Problem = problem;
        Touch();
    }

    /// <summary>An operator has dealt with it.</summary>
    public void Unflag()
    {
        if (Problem is null) throw new RuleBroken("payment.no-problem", "Nothing is wrong with this payment.");
        Problem = null;
        Touch();
    }

    private void Touch() => Version = Guid.NewGuid();
}
