using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.ScanPayments;

/// <summary>Where a payment by scan (扫码付) stands, as the till knows it.</summary>
internal enum ScanPaymentState
{
    /// <summary>Asked for; there is no code yet.</summary>
    Asked,

    /// <summary>The customer can scan the code and pay.</summary>
    Open,

    /// <summary>The money has moved.</summary>
    Paid,

    /// <summary>Closed without money.</summary>
    Closed,

    /// <summary>The till turned away from it; money that moves all the same goes back.</summary>
    Dropped,

    /// <summary>Money moved and goes back.</summary>
    SentBack,
}

/// <summary>One attempt of a till to be paid by scan. Its outcome may stay unknown for a while; then it is asked for, never repeated. It pays for one sale at most.</summary>
internal sealed class ScanPayment : Aggregate
{
    /// <summary>How long a customer may take; after that the till has turned to the next.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private ScanPayment()
    {
    }

    public string DeviceId { get; private init; } = "";
    public Guid LocationId { get; private init; }
    public string CashierKey { get; private init; } = "";
    public string Cashier { get; private init; } = "";

    /// <summary>What the customer reads beside the amount.</summary>
    public string Label { get; private init; } = "";

    /// <summary>Fen.</summary>
    public long AmountFen { get; private init; }

    public ScanPaymentState State { get; private set; }

    /// <summary>What the code says.</summary>
    public string? PayUrl { get; private set; }

    /// <summary>Whether the last question to the payment provider stayed without answer.</summary>
    public bool IsUnknown { get; private set; }

    public DateTime At { get; private init; }
    public DateTime EndsAt { get; private init; }
    public DateTime? PaidAt { get; private set; }

    /// <summary>When the provider was last heard of, UTC.</summary>
    public DateTime? HeardAt { get; private set; }

    /// <summary>The sale it paid for. Set once, by conditional update.</summary>
    public Guid? SaleId { get; private init; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public static ScanPayment Ask(Till till, string cashierKey, string cashier, long amountFen, string site, DateTime now)
    {
        var id = Guid.CreateVersion7();
        var payment = new ScanPayment
        {
            Id = id, DeviceId = till.DeviceId, LocationId = till.LocationId, CashierKey = cashierKey, Cashier = cashier, AmountFen = amountFen, At = now, EndsAt = now + Life,
            Label = $"POS{till.Terminal:00}-{id.ToString("N")[^6..].ToUpperInvariant()}",
        };
        payment.Raise(new CounterPaymentAsked(id, payment.Label, amountFen, site, now));
        return payment;
    }

    /// <summary>What the provider says. Events come late, twice and out of order: money is only undone by money that went back.</summary>
    public void Hear(NoteCounterPayment news, DateTime now)
    {
        HeardAt = now;
        IsUnknown = news.Standing == CounterPaymentStanding.Unknown;
        switch (news.Standing)
        {
            case CounterPaymentStanding.Open when State == ScanPaymentState.Asked:
                (State, PayUrl) = (ScanPaymentState.Open, news.PayUrl);
                break;
            case CounterPaymentStanding.Paid when State is ScanPaymentState.Asked or ScanPaymentState.Open:
                (State, PaidAt) = (ScanPaymentState.Paid, now);
                break;
            // The till had been told that nothing was paid and has moved on.
            case CounterPaymentStanding.Paid when State == ScanPaymentState.Closed:
                (PaidAt, State) = (now, ScanPaymentState.Dropped);
                Raise(new CounterPaymentDropped(Id, "expired", now));
                break;
            case CounterPaymentStanding.Closed when State is ScanPaymentState.Asked or ScanPaymentState.Open:
                State = ScanPaymentState.Closed;
                break;
            case CounterPaymentStanding.SentBack:
                State = ScanPaymentState.SentBack;
                break;
        }
        Touch();
    }

    /// <summary>Nobody knows: the provider is asked.</summary>
    public void Question(DateTime now)
    {
        if (State is ScanPaymentState.Asked or ScanPaymentState.Open) Raise(new CounterPaymentQuestioned(Id, now));
    }

    /// <summary>The till turns away from it, whether it was paid or not.</summary>
    /// <exception cref="RuleBroken"><c>scan-payment.used</c>: it paid for a sale; take the goods back instead.</exception>
    public void Drop(string reason, DateTime now)
    {
        if (SaleId is not null) throw new RuleBroken("scan-payment.used", "It has paid for a sale; void the sale or take the goods back.", new { SaleId });
        if (State is ScanPaymentState.Closed or ScanPaymentState.Dropped or ScanPaymentState.SentBack) return;
        State = ScanPaymentState.Dropped;
        Raise(new CounterPaymentDropped(Id, reason, now));
        Touch();
    }

    private void Touch() => Version = Guid.CreateVersion7();
}
