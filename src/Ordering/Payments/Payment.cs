using ZhongFu.Platform.Domain;

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
}

/// <summary>One attempt to pay one order. Its id is the idempotency key towards the cashier, so that a lost answer never charges twice.</summary>
internal sealed class Payment : Aggregate
{
    public Guid OrderId { get; private init; }
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

    /// <summary>When the reconciliation job asks the provider next, UTC.</summary>
    public DateTime AskAt { get; private set; }

    public int Asked { get; private set; }

    /// <summary>Fen promised back so far; raised only by a conditional update, never above <see cref="AmountFen"/>.</summary>
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

    /// <summary>The cashier is ready; a repeat changes nothing.</summary>
    public void Open(string sessionId, string cashierUrl)
    {
        if (State != PaymentState.Created) return;
        (SessionId, CashierUrl, State) = (sessionId, cashierUrl, PaymentState.Open);
        Touch();
    }

    /// <summary>The money has moved. False when that was known already.</summary>
    public bool Succeed(string providerReference, DateTime now)
    {
        if (State == PaymentState.Succeeded) return false;
        (ProviderReference, SucceededAt, State) = (providerReference, now, PaymentState.Succeeded);
        Touch();
        return true;
    }

    /// <summary>The cashier closed it without money; never undoes a success, whatever order the events come in.</summary>
    public void Close(PaymentState outcome)
    {
        if (State is PaymentState.Succeeded || outcome is not (PaymentState.Failed or PaymentState.Expired)) return;
        State = outcome;
        Touch();
    }

    /// <summary>The provider was asked and knew nothing new: ask again later, ever more rarely.</summary>
    public void AskLater(DateTime now)
    {
        Asked++;
        AskAt = now + TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(Asked, 6)));
    }

    /// <summary>Marks what an operator must look at.</summary>
    public void Flag(string problem)
    {
        Problem = problem;
        Touch();
    }

    private void Touch() => Version = Guid.NewGuid();
}
