using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders;

/// <summary>The way of a paid order to its buyer.</summary>
internal sealed partial class Order
{
    /// <summary>The parcel is ready.</summary>
    public void Pack(DateTime now)
    {
        Demand(OrderState.Paid, "order.not-paid");
        DemandWhole();
        PackedAt = now;
        Become(OrderState.Packed);
    }

    /// <summary>The parcel leaves the house.</summary>
    public void Ship(string carrier, string trackingNumber, DateTime now)
    {
        if (Delivery.Kind == DeliveryKind.Pickup) throw new RuleBroken("order.to-collect", "This order is handed over at its point.");
        Leave(now);
        (Carrier, TrackingNumber) = (carrier, trackingNumber);
        Become(OrderState.Shipped);
    }

    /// <summary>The buyer collects the goods and shows the code of the order.</summary>
    public void HandOver(string code, DateTime now)
    {
        if (Delivery.Kind != DeliveryKind.Pickup) throw new RuleBroken("order.to-ship", "This order goes out by courier.");
        Demand(OrderState.Packed, "order.not-packed");
        if (code != Delivery.PickUpCode) throw new RuleBroken("order.wrong-code", "That is not the code of this order.");
        Leave(now);
        DeliveredAt = now;
        Become(OrderState.Delivered);
    }

    /// <summary>The buyer has the goods.</summary>
    public void ConfirmReceipt(DateTime now)
    {
        Demand(OrderState.Shipped, "order.not-shipped");
        DeliveredAt = now;
        Become(OrderState.Delivered);
    }

    /// <summary>The time for complaints is over.</summary>
    public void Complete(DateTime now)
    {
        Demand(OrderState.Delivered, "order.not-delivered");
        CompletedAt = now;
        Become(OrderState.Completed);
    }

    private void Leave(DateTime now)
    {
        Demand(OrderState.Packed, "order.not-packed");
        DemandWhole();
        ShippedAt = now;
        Raise(new IssueStock(Id));
        foreach (var topUp in topUps.Where(x => x.State == TopUpState.Held)) Raise(new IssueStock(topUp.Id));
    }
}
