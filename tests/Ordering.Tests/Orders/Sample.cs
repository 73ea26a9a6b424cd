using ZhongFu.Catalog.Contracts;
using ZhongFu.Ordering.Orders;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Orders;

/// <summary>Orders for tests of the rules; says only what matters.</summary>
internal static class Sample
{
    public static readonly DateTime Noon = new(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc);

    public static SkuOffer Offer(Guid? skuId = null, long priceFen = 1000, long grossGrams = 2700, bool onSale = true, bool noReturn = true) => new(
        skuId ?? Guid.CreateVersion7(), Guid.CreateVersion7(), 17, "P0017-1", "6900000000000", "赣南脐橙", "5斤装", "360734", "寻乌县", "360734100", Guid.CreateVersion7(), "寻乌县示范合作社",
        priceFen, 2500, grossGrams, noReturn, onSale, "/art/orange/1.svg");

    public static Order Placed(params (SkuOffer Offer, long Quantity)[] goods)
    {
        if (goods.Length == 0) goods = [(Offer(), 3)];
        var id = Guid.CreateVersion7();
        return Order.Place(id, "FH20261123000001", "buyer", Delivery.ByCourier("李雷", "+8613800138000", "440307001", "广东省 深圳市 龙岗区 平湖街道", "1 号"),
            [.. goods.Select((x, at) => OrderLine.Of(id, at, x.Offer, x.Quantity))], 800, null, null, Noon);
    }

    /// <summary>An order that came to this state on the usual way.</summary>
    public static Order At(OrderState state, params (SkuOffer Offer, long Quantity)[] goods)
    {
        var order = Placed(goods);
        if (state == OrderState.Cancelled) order.CancelByBuyer(Noon);
        Action[] steps =
        [
            () => order.MarkReserved(), () => order.MarkPaid(Noon), () => order.Pack(Noon), () => order.Ship("顺丰", "SF1234567890", Noon), () => order.ConfirmReceipt(Noon), () => order.Complete(Noon),
        ];
        if (state != OrderState.Cancelled) foreach (var step in steps.Take((int)state)) step();
        order.TakeFacts();
        return order;
    }
}
