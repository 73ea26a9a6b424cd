using ZhongFu.Ordering.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders;

/// <summary>A citizen's order: <c>Placed > Reserved > Paid > Packed > Shipped > Delivered > Completed</c>, or <c>Cancelled</c> (product.md, "Ordering").
/// Stock is asked for by messages; money is the business of the payments beside it.</summary>
internal sealed partial class Order : Aggregate
{
    /// <summary>Time to pay.</summary>
    public static readonly TimeSpan PaymentWindow = TimeSpan.FromMinutes(30);

    /// <summary>A paid order can be cancelled without a reason for this long (适老化: money actions reversible).</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromMinutes(10);

    /// <summary>Time the buyer has to choose what becomes of a shortage; then the missing part is refunded.</summary>
    public static readonly TimeSpan ShortageChoice = TimeSpan.FromHours(2);

    /// <summary>How long a buyer who prefers to wait for missing pieces waits at most.</summary>
    public static readonly TimeSpan ShortagePatience = TimeSpan.FromDays(3);

    private readonly List<OrderLine> lines = [];
    private readonly List<TopUp> topUps = [];

    public string Number { get; private init; } = "";
    public string BuyerKey { get; private init; } = "";
    public OrderState State { get; private set; }
    public Delivery Delivery { get; private init; } = null!;
    public IReadOnlyList<OrderLine> Lines => lines;
    public long GoodsFen { get; private init; }
    public long FreightFen { get; private init; }
    public long TotalFen { get; private init; }
    public string? Note { get; private init; }

    /// <summary>The words the buyer agreed to about goods without seven-day return, or null when there are none.</summary>
    public string? NoReturnConfirmation { get; private init; }

    public DateTime PlacedAt { get; private init; }
    public DateTime PayBy { get; private init; }
    public DateTime? PaidAt { get; private set; }
    public DateTime? PackedAt { get; private set; }
    public DateTime? ShippedAt { get; private set; }
    public DateTime? DeliveredAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    public DateTime? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }
    public string? Carrier { get; private set; }
    public string? TrackingNumber { get; private set; }

    /// <summary>The cause of missing pieces, while the buyer has not chosen or the time has not run out.</summary>
    public string? ShortageCause { get; private set; }

    public DateTime? ShortageSince { get; private set; }

    /// <summary>When what is still missing is refunded by itself.</summary>
    public DateTime? ShortageRefundAt { get; private set; }

    /// <summary>The buyer chose to wait: missing pieces are asked for again and again until then.</summary>
    public bool WaitsForGoods { get; private set; }

    /// <summary>Missing pieces that were asked for again.</summary>
    public IReadOnlyList<TopUp> TopUps => topUps;

    /// <summary>Money came after the order expired; the stock has been asked once more.</summary>
    public bool AwaitsStockForLateMoney { get; private set; }

    public Guid Version { get; private set; } = Guid.NewGuid();

    /// <summary>Writes the order down and asks for its stock.</summary>
    public static Order Place(Guid id, string number, string buyerKey, Delivery delivery, IReadOnlyList<OrderLine> lines, long freightFen, string? note, string? noReturnConfirmation, DateTime now)
    {
        if (lines.Count == 0) throw new RuleBroken("order.empty", "An order needs at least one line.");
        var goods = lines.Sum(line => line.AmountFen);
        var order = new Order
        {
            Id = id, Number = number, BuyerKey = buyerKey, Delivery = delivery, GoodsFen = goods, FreightFen = freightFen, TotalFen = goods + freightFen, Note = note,
            NoReturnConfirmation = noReturnConfirmation, PlacedAt = now, PayBy = now + PaymentWindow,
        };
        order.lines.AddRange(lines);
        order.Raise(new OrderPlaced(id, number, order.TotalFen, now));
        order.Raise(new ReserveStock(id, order.StockLines(), delivery.LocationId, order.PayBy));
        return order;
    }

    /// <summary>The goods are set aside. False when the order is past that already.</summary>
    public bool MarkReserved()
    {
        if (State != OrderState.Placed) return false;
        Become(OrderState.Reserved);
        return true;
    }

    /// <summary>The money is there: the goods become firm.</summary>
    public void MarkPaid(DateTime now)
    {
        Demand(OrderState.Reserved, "order.not-payable");
        Pay(now);
        Raise(new CaptureStock(Id, StockLines()));
    }

    /// <summary>The buyer wants it no more: at any time before paying, for ten minutes after.</summary>
    public void CancelByBuyer(DateTime now)
    {
        switch (State)
        {
            case OrderState.Placed or OrderState.Reserved:
                End(CancelReasons.Buyer, now);
                break;
            case OrderState.Paid when now <= PaidAt + Regret:
                var back = TotalFen - RefundedFen;
                End(CancelReasons.Buyer, now);
                if (back > 0) Raise(new RefundOrder(Id, back, CancelReasons.Buyer, Guid.CreateVersion7()));
                break;
            case OrderState.Cancelled:
                throw new RuleBroken("order.cancelled-already", "The order is cancelled already.");
            default:
                throw new RuleBroken("order.too-late-to-cancel", $"An order that is {State} can no longer be cancelled by itself; ask for a refund.", new { state = State.ToString() });
        }
        GiveBack(CancelReasons.Buyer);
    }

    /// <summary>The time to pay is over. False when it was paid or cancelled meanwhile.</summary>
    public bool Expire(DateTime now)
    {
        if (State is not (OrderState.Placed or OrderState.Reserved) || now < PayBy) return false;
        End(CancelReasons.Expired, now);
        Raise(new ReleaseStock(Id, CancelReasons.Expired));
        return true;
    }

    private IReadOnlyList<StockLine> StockLines() =>
        [.. lines.GroupBy(line => line.SkuId).Select(sku => new StockLine(sku.Key, sku.Sum(line => line.Quantity - line.MissingQuantity))).Where(line => line.Quantity > 0)];

    private void Pay(DateTime now)
    {
        PaidAt = now;
        Become(OrderState.Paid);
        Raise(new OrderPaid(Id, Number, [.. lines.Select(line => new OrderedLine(line.SkuId, line.Quantity, line.AmountFen))], FreightFen, TotalFen, now));
    }

    private void End(string reason, DateTime now)
    {
        (CancelReason, CancelledAt, ShortageSince, ShortageRefundAt, WaitsForGoods) = (reason, now, null, null, false);
        Become(OrderState.Cancelled);
        Raise(new OrderCancelled(Id, Number, reason, now));
    }

    private void Demand(OrderState state, string code)
    {
        if (State != state) throw new RuleBroken(code, $"The order must be {state}; it is {State}.", new { state = State.ToString() });
    }

    private void Become(OrderState state)
    {
        State = state;
        Touch();
    }

    private void Touch() => Version = Guid.NewGuid();
}
