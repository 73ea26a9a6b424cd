using ZhongFu.Ordering.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders;

/// <summary>What happens to an order when money comes late or goods go missing.</summary>
internal sealed partial class Order
{
    /// <summary>Whether money that comes now may still buy the goods: the order expired unpaid and was not cancelled by its buyer.</summary>
    public bool CanTakeLateMoney => State == OrderState.Cancelled && CancelReason == CancelReasons.Expired && !AwaitsStockForLateMoney && PaidAt is null;

    /// <summary>Money came after expiry: asks for the stock once more.</summary>
    public void TakeLateMoney()
    {
        if (!CanTakeLateMoney) throw new RuleBroken("order.no-late-money", "This order cannot take money any more.");
        AwaitsStockForLateMoney = true;
        Touch();
        Raise(new CaptureStock(Id, StockLines()));
    }

    /// <summary>The goods are firm. An expired order whose money came late lives again.</summary>
    public void StockCaptured(DateTime now)
    {
        if (!AwaitsStockForLateMoney) return;
        AwaitsStockForLateMoney = false;
        (CancelledAt, CancelReason) = (null, null);
        Pay(now);
    }

    /// <summary>The goods are gone although the money is there: it goes back, all of it.</summary>
    public void StockLost(DateTime now)
    {
        if (AwaitsStockForLateMoney)
        {
            AwaitsStockForLateMoney = false;
            Touch();
        }
        else if (State is OrderState.Paid)
        {
            End(CancelReasons.NoStock, now);
        }
        else
        {
            return;
        }
        Raise(new RefundOrder(Id, TotalFen - RefundedFen, CancelReasons.NoStock, Guid.CreateVersion7()));
    }

    /// <summary>The counter sold what was set aside for this order, and no other place has it.</summary>
    public void FallShort(Guid skuId, long missing, string cause, DateTime now)
    {
        if (State is not (OrderState.Placed or OrderState.Reserved or OrderState.Paid or OrderState.Packed)) return;
        Miss(skuId, missing);
        if (State is OrderState.Placed or OrderState.Reserved)
        {
            ShortageCause = cause;
            End(CancelReasons.Shortage, now);
            Raise(new ReleaseStock(Id, CancelReasons.Shortage));
        }
        else
        {
            (ShortageCause, ShortageSince) = (cause, ShortageSince ?? now);
            Touch();
        }
    }

    /// <summary>The missing pieces are refunded, by the buyer's choice or by default; an order of which nothing is left is cancelled.</summary>
    public void RefundShortage(DateTime now)
    {
        if (ShortageSince is null) throw new RuleBroken("order.not-short", "Nothing is missing.");
        ShortageSince = null;
        var nothingLeft = lines.All(line => line.MissingQuantity == line.Quantity);
        var back = lines.Sum(line => line.TakeRefund()) + (nothingLeft ? FreightFen : 0);
        if (back > 0) Raise(new RefundOrder(Id, back, CancelReasons.Shortage, Guid.CreateVersion7()));
        if (nothingLeft)
        {
            End(CancelReasons.Shortage, now);
            Raise(new ReleaseStock(Id, CancelReasons.Shortage));
        }
        Touch();
    }

    /// <summary>Fen promised back for missing pieces so far.</summary>
    public long RefundedFen => lines.Sum(line => line.RefundedFen);

    private void Miss(Guid skuId, long pieces)
    {
        foreach (var line in lines.Where(line => line.SkuId == skuId))
        {
            var here = Math.Min(pieces, line.Quantity - line.MissingQuantity);
            line.Miss(here);
            pieces -= here;
        }
    }

    private void DemandWhole()
    {
        if (ShortageSince is not null) throw new RuleBroken("order.short", "Pieces are missing; the buyer has not chosen yet.");
    }
}
