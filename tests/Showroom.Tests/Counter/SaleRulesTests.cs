using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.ShelfItems;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Tests.Counter;

public sealed class SaleRulesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Change_is_given_out_of_cash_only()
    {
        Assert.Equal(500, Sell(1500, (TenderKind.Card, 1000), (TenderKind.Cash, 1000)).ChangeFen);
        Assert.Equal("sale.change-above-cash", Assert.Throws<RuleBroken>(() => Sell(1500, (TenderKind.Card, 2000), (TenderKind.Cash, 100))).Code);
        Assert.Equal("sale.change-above-cash", Assert.Throws<RuleBroken>(() => Sell(1500, (TenderKind.Voucher, 1501))).Code);
    }

    [Fact]
    public void What_was_given_covers_the_total_to_the_fen()
    {
        Assert.Equal(0, Sell(1500, (TenderKind.Cash, 1500)).ChangeFen);
        Assert.Equal("sale.tender-below-total", Assert.Throws<RuleBroken>(() => Sell(1500, (TenderKind.Cash, 1499))).Code);
    }

    private static Sale Sell(long priceFen, params (TenderKind, long)[] tenders)
    {
        var item = ShelfItem.Of(Bench.Offer(Guid.CreateVersion7(), priceFen, "6901234567892"), Now);
        return Sale.Record("PD01-20261123-0001", new Till(), new ShiftOfSale(Guid.CreateVersion7(), false, false), new SaleSlip(1, Now, ""), [new SoldGoods(item, 1, null)],
            [.. tenders.Select(x => new GivenMoney(x.Item1, x.Item2))], new SaleExtras("t"), Actor.System, Now);
    }
}
