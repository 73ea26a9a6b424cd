using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Counter.RecordSale;

namespace ZhongFu.Showroom.Tests.Counter;

public sealed class RecordSaleTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_sale_takes_goods_off_the_showrooms_shelf_and_gives_change()
    {
        var barcode = Bench.FreshBarcode();
        var sku = await bench.Goods(showroom: 5, warehouse: 5, priceFen: 3990, barcode: barcode);
        var sale = await bench.Send(bench.Sale(sku, 1) with { Lines = [new RungLine(2, Barcode: barcode)], Tenders = [new GivenTender("Cash", 10_000)] });

        Assert.Equal((7980, 2020), (sale.TotalFen, sale.ChangeFen));
        Assert.Equal("PD01-20261123-0001", sale.Number);
        Assert.Empty(sale.Tasks);
        Assert.Equal(3, (await bench.Balance(sku, Bench.Showroom)).OnHand);
        Assert.Equal(8, await bench.Shown(sku));
        Assert.Equal(new CountSold(sku, 2), Assert.Single(await bench.Sent<CountSold>()));
        var fact = Assert.Single(await bench.Sent<CounterSaleRecorded>());
        Assert.Equal((sale.Id, Bench.Showroom, 7980), (fact.SaleId, fact.LocationId, fact.TotalFen));
    }

    [Fact]
    public async Task Sale_numbers_count_up_by_till_and_business_day()
    {
        var sku = await bench.Goods(showroom: 100);
        var numbers = new List<string> { (await bench.Sell(sku, 1)).Number, (await bench.Sell(sku, 1)).Number, (await bench.Send(bench.Sale(sku, 1) with { DeviceId = "till-0002" })).Number };
        bench.Clock.Advance(TimeSpan.FromHours(8)); // 01:00 on the 24th in Shanghai
        numbers.Add((await bench.Sell(sku, 1)).Number);
        numbers.Add((await bench.Send(bench.Sale(sku, 1) with { SoldAt = bench.Now.AddHours(-2) })).Number);

        Assert.Equal(["PD01-20261123-0001", "PD01-20261123-0002", "PD02-20261123-0001", "PD01-20261124-0001", "PD01-20261123-0003"], numbers);
    }

    [Fact]
    public async Task The_same_sale_sent_again_under_another_key_is_the_first_sale()
    {
        var sku = await bench.Goods(showroom: 5);
        var slip = bench.Sale(sku, 2);
        var (first, second) = (await bench.Send(slip, "key-1"), await bench.Send(slip, "key-2"));

        Assert.Equal((first.Id, first.Number, first.ChangeFen), (second.Id, second.Number, second.ChangeFen));
        Assert.Equal(3, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task Another_sale_under_a_used_local_number_is_refused()
    {
        var sku = await bench.Goods(showroom: 5);
        var slip = bench.Sale(sku, 2);
        await bench.Send(slip);
        var problem = await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(slip with { Lines = [new RungLine(3, sku)] }));

        Assert.Equal("sale.number-used", problem.Code);
        Assert.Equal(3, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task Same_key_with_another_sale_is_refused()
    {
        var sku = await bench.Goods(showroom: 5);
        await bench.Send(bench.Sale(sku, 1), "key");
        await Assert.ThrowsAsync<IdempotencyKeyReused>(() => bench.Send(bench.Sale(sku, 2), "key"));
        Assert.Equal(4, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task A_price_that_differs_is_a_fact_and_a_task()
    {
        var sku = await bench.Goods(showroom: 5, priceFen: 1000);
        var sale = await bench.Send(bench.Sale(sku, 2, givenFen: 1800) with { Lines = [new RungLine(2, sku, PriceFen: 900)] });

        Assert.Equal((1800, 0), (sale.TotalFen, sale.ChangeFen));
        Assert.Equal(new OpenTask(SaleTask.PriceDiffers, sku, 1000, 900), Assert.Single(sale.Tasks));
    }

    [Fact]
    public async Task Goods_that_are_off_sale_are_sold_all_the_same_with_a_task()
    {
        var sku = await bench.Goods(showroom: 5, onSale: false);
        Assert.Equal(SaleTask.OffSale, Assert.Single((await bench.Sell(sku, 1)).Tasks).Kind);
    }

    [Theory]
    [InlineData(-20, "20261122", false)]
    [InlineData(0, "20261123", false)]
    [InlineData(-48, "20261123", true)]
    [InlineData(48, "20261123", true)]
    public async Task A_till_clock_is_believed_within_a_day_else_ours_counts(int hoursAhead, string day, bool drifts)
    {
        var sku = await bench.Goods(showroom: 5);
        var sale = await bench.Send(bench.Sale(sku, 1) with { SoldAt = bench.Now.AddHours(hoursAhead) });

        Assert.Contains($"-{day}-", sale.Number, StringComparison.Ordinal);
        Assert.Equal(drifts, sale.Tasks.Any(x => x.Kind == SaleTask.ClockDrift && x.Actual == hoursAhead * 3600));
    }

    [Fact]
    public async Task Money_below_the_total_is_refused_and_nothing_moves()
    {
        var sku = await bench.Goods(showroom: 5, priceFen: 1000);
        var problem = await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(bench.Sale(sku, 2, givenFen: 1999)));

        Assert.Equal("sale.tender-below-total", problem.Code);
        Assert.Equal(5, (await bench.Balance(sku, Bench.Showroom)).OnHand);
        Assert.Equal(0, await bench.Look(db => db.Tills.CountAsync()));
    }

    [Fact]
    public async Task A_sale_that_makes_no_sense_is_refused_with_the_field_named()
    {
        var sku = await bench.Goods(showroom: 5);
        foreach (var (field, spoil) in BadSales)
        {
            var problem = await Assert.ThrowsAsync<ValidationException>(() => bench.Send(spoil(bench.Sale(sku, 1))));
            Assert.Contains(field, problem.Errors.Select(x => x.PropertyName));
        }
        Assert.Equal(0, await bench.Look(db => db.Sales.CountAsync()));
        Assert.Equal(5, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    private static IEnumerable<(string Field, Func<RecordSaleCommand, RecordSaleCommand> Spoil)> BadSales => [.. Absurd(), .. WrongBarcodes()];

    private static IEnumerable<(string, Func<RecordSaleCommand, RecordSaleCommand>)> Absurd()
    {
        yield return ("DeviceId", x => x with { DeviceId = "" });
        yield return ("DeviceId", x => x with { DeviceId = null! });
        yield return ("DeviceId", x => x with { DeviceId = "<script>alert(1)</script>" });
        yield return ("DeviceId", x => x with { DeviceId = new string('a', 65) });
        yield return ("LocalNumber", x => x with { LocalNumber = 0 });
        yield return ("LocalNumber", x => x with { LocalNumber = -1 });
        yield return ("LocalNumber", x => x with { LocalNumber = long.MaxValue });
        yield return ("SoldAt", x => x with { SoldAt = default });
        yield return ("SoldAt", x => x with { SoldAt = DateTime.MaxValue });
        yield return ("Lines", x => x with { Lines = null! });
        yield return ("Lines", x => x with { Lines = [] });
        yield return ("Lines", x => x with { Lines = [.. Enumerable.Repeat(x.Lines[0], 201)] });
        yield return ("Lines[0]", x => x with { Lines = [null!] });
        yield return ("Lines[0].Quantity", x => x with { Lines = [x.Lines[0] with { Quantity = 0 }] });
        yield return ("Lines[0].Quantity", x => x with { Lines = [x.Lines[0] with { Quantity = -1 }] });
        yield return ("Lines[0].Quantity", x => x with { Lines = [x.Lines[0] with { Quantity = 10_000 }] });
        yield return ("Lines[0].Quantity", x => x with { Lines = [x.Lines[0] with { Quantity = 1L << 31 }] });
        yield return ("Lines[0].PriceFen", x => x with { Lines = [x.Lines[0] with { PriceFen = -1 }] });
        yield return ("Lines[0].PriceFen", x => x with { Lines = [x.Lines[0] with { PriceFen = long.MaxValue }] });
        yield return ("Lines[0].SkuId", x => x with { Lines = [x.Lines[0] with { SkuId = null }] });
        yield return ("Lines[0].SkuId", x => x with { Lines = [x.Lines[0] with { Barcode = "6901234567892" }] });
        yield return ("Lines[0].SkuId", x => x with { Lines = [x.Lines[0] with { SkuId = Guid.CreateVersion7() }] });
        yield return ("Lines[1].SkuId", x => x with { Lines = [x.Lines[0], x.Lines[0] with { SkuId = Guid.Empty }] });
        yield return ("Tenders", x => x with { Tenders = null! });
        yield return ("Tenders", x => x with { Tenders = [] });
        yield return ("Tenders", x => x with { Tenders = [.. Enumerable.Repeat(x.Tenders[0], 11)] });
        yield return ("Tenders[0]", x => x with { Tenders = [null!] });
        yield return ("Tenders[0].AmountFen", x => x with { Tenders = [new GivenTender("Cash", 0)] });
        yield return ("Tenders[0].AmountFen", x => x with { Tenders = [new GivenTender("Cash", -5)] });
        yield return ("Tenders[0].AmountFen", x => x with { Tenders = [new GivenTender("Cash", long.MaxValue)] });
        yield return ("Tenders[0].Kind", x => x with { Tenders = [new GivenTender("cash", 1000)] });
        yield return ("Tenders[0].Kind", x => x with { Tenders = [new GivenTender("0", 1000)] });
        yield return ("Tenders[0].Kind", x => x with { Tenders = [new GivenTender(null!, 1000)] });
        yield return ("Tenders[1].Kind", x => x with { Tenders = [x.Tenders[0], new GivenTender("WeChatPay", 1000)] });
    }

    private static IEnumerable<(string, Func<RecordSaleCommand, RecordSaleCommand>)> WrongBarcodes()
    {
        yield return ("Lines[0].Barcode", x => x with { Lines = [new RungLine(1, Barcode: "6901234567892")] }); // right, but nobody's
        foreach (var code in new[] { "", "6901234567893", "690123456789", "69012345678926", "abcdefghijklm", "https://example.org/6901234567892", "６９０１２３４５６７８９２", new string('6', 400) })
            yield return ("Lines[0].Barcode", x => x with { Lines = [new RungLine(1, Barcode: code)] });
    }
}
