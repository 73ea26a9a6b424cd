using ZhongFu.Ordering.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders;

/// <summary>What happens to an order when money comes late or goods go missing.</summary>
internal sealed partial class Order
{
    /// <summary>At least one line cannot be had: the order ends before it began, and remembers what was missing.</summary>
    public void RefuseForStock(IReadOnlyList<StockShortage> shortages, DateTime now)
    {
        if (State != OrderState.Placed) return;
        foreach (var shortage in shortages) Miss(shortage.SkuId, shortage.Requested - shortage.Available);
        End(CancelReasons.NoStock, now);
    }

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
            (AwaitsStockForLateMoney, CancelReason) = (false, CancelReasons.Refunded);
            Touch();
        }
        else if (State is OrderState.Paid)
        {
            End(CancelReasons.NoStock, now);
            ReleaseTopUps(CancelReasons.NoStock, TopUpState.Asked, TopUpState.Held);
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
            (ShortageCause, ShortageSince, ShortageRefundAt) = (cause, ShortageSince ?? now, ShortageRefundAt ?? now + ShortageChoice);
            Touch();
        }
    }

    /// <summary>The buyer would rather wait: the missing pieces are asked for until they come or the patience ends.</summary>
    public void WaitForGoods(DateTime now)
    {
        if (ShortageSince is null) throw new RuleBroken("order.not-short", "Nothing is missing.");
        if (WaitsForGoods) return;
        (WaitsForGoods, ShortageRefundAt) = (true, now + ShortagePatience);
        AskAgain();
    }

    /// <summary>Asks for what is missing, one reservation for each SKU that is not being asked for already.</summary>
    public void AskAgain()
    {
        if (!WaitsForGoods || ShortageRefundAt is not { } until) return;
        foreach (var sku in lines.GroupBy(line => line.SkuId))
        {
            var missing = sku.Sum(line => line.StillMissing);
            if (missing == 0 || topUps.Any(x => x.SkuId == sku.Key && x.State == TopUpState.Asked)) continue;
            var topUp = TopUp.Of(Id, sku.Key, missing);
            topUps.Add(topUp);
            Raise(new ReserveStock(topUp.Id, [new StockLine(sku.Key, missing)], Delivery.LocationId, until));
        }
        Touch();
    }

    /// <summary>Missing pieces were found: they belong to the order again.</summary>
    public void TopUpHeld(Guid topUpId)
    {
        if (Asked(topUpId) is not { } topUp) return;
        topUp.Become(TopUpState.Held);
        Raise(new CaptureStock(topUp.Id, [new StockLine(topUp.SkuId, topUp.Quantity)]));
        var found = topUp.Quantity;
        foreach (var line in lines.Where(line => line.SkuId == topUp.SkuId)) found -= line.Find(found);
        if (lines.All(line => line.StillMissing == 0)) (ShortageSince, ShortageRefundAt, WaitsForGoods) = (null, null, false);
        Touch();
    }

    /// <summary>They are still not there.</summary>
    public void TopUpRefused(Guid topUpId)
    {
        Asked(topUpId)?.Become(TopUpState.Refused);
        Touch();
    }

    /// <summary>The missing pieces are refunded, by the buyer's choice or by default; an order of which nothing is left is cancelled.</summary>
    public void RefundShortage(DateTime now)
    {
        if (ShortageSince is null) throw new RuleBroken("order.not-short", "Nothing is missing.");
        (ShortageSince, ShortageRefundAt, WaitsForGoods) = (null, null, false);
        ReleaseTopUps(CancelReasons.Shortage, TopUpState.Asked);
        var nothingLeft = lines.All(line => line.MissingQuantity == line.Quantity);
        var back = lines.Sum(line => line.TakeRefund()) + (nothingLeft ? FreightFen : 0);
        if (back > 0) Raise(new RefundOrder(Id, back, CancelReasons.Shortage, Guid.CreateVersion7()));
        if (nothingLeft)
        {
            End(CancelReasons.Shortage, now);
            GiveBack(CancelReasons.Shortage);
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

    private TopUp? Asked(Guid topUpId) => topUps.FirstOrDefault(x => x.Id == topUpId && x.State == TopUpState.Asked);

    /// <summary>All goods of the order, whatever reservation holds them, may be sold to others.</summary>
    private void GiveBack(string reason)
    {
        Raise(new ReleaseStock(Id, reason));
        ReleaseTopUps(reason, TopUpState.Asked, TopUpState.Held);
    }

    private void ReleaseTopUps(string reason, params TopUpState[] states)
    {
        foreach (var topUp in topUps.Where(x => states.Contains(x.State)))
        {
            topUp.Become(TopUpState.Released);
            Raise(new ReleaseStock(topUp.Id, reason));
        }
    }

    private void DemandWhole()
    {
        if (ShortageSince is not null) throw new RuleBroken("order.short", "Pieces are missing; the buyer has not chosen yet.");
    }
}
