using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Cabinets;
using ZhongFu.Showroom.Cabinets.AssignGoods;
using ZhongFu.Showroom.Cabinets.CorrectSale;
using ZhongFu.Showroom.Cabinets.ReceiveBatch;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Recalls.RecallBatch;
using ZhongFu.Showroom.Receiving.ReceiveGoods;

namespace ZhongFu.Showroom.Tests.Cabinets;

public sealed class ReceiveBatchTests : IAsyncLifetime
{
    private CabinetBench bench = null!;

    public async Task InitializeAsync() => bench = await CabinetBench.Start();

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Books.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_sale_leaves_the_cabinet_and_the_world_hears_of_it()
    {
        var receipt = await bench.Tell(bench.Report(1, bench.Sale(1, 2), bench.Sale(2)));
        Assert.Equal((2, 0, 0, false), (receipt.Sales, receipt.KnownSales, receipt.Tasks, receipt.Repeated));
        Assert.Equal(7, await bench.OnHand());
        Assert.Equal(3, (await bench.Books.Sent<CountSold>()).Sum(x => x.Quantity));
        Assert.Equal([1000L, 2000L], (await bench.Books.Sent<CabinetSaleRecorded>()).Select(x => x.AmountFen).Order());
    }

    [Fact]
    public async Task A_batch_twice_counts_once_and_gets_the_first_answer()
    {
        var report = bench.Report(1, bench.Sale(1, 2));
        await bench.Tell(report);
        bench.Books.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await bench.Tell(report with { SentAt = bench.Books.Now });
        Assert.Equal((true, 1), (again.Repeated, again.Sales));
        Assert.Equal(8, await bench.OnHand());
    }

    [Fact]
    public async Task A_batch_number_with_another_content_is_refused_the_first_stands_and_the_manager_hears_once()
    {
        await bench.Tell(bench.Report(1, bench.Sale(1)));
        var other = bench.Report(1, bench.Sale(1), bench.Sale(2));
        Assert.True((await bench.Tell(other)).Refused);
        Assert.True((await bench.Tell(other)).Refused);
        Assert.Single(await bench.Sales());
        Assert.Equal(CabinetTask.BatchDiffers, Assert.Single(await bench.Tasks()).Kind);
        Assert.Equal(1, (await bench.Tell(other with { Number = 2 })).Sales); // under a number of its own, what is new counts
    }

    [Fact]
    public async Task A_sale_that_comes_in_two_batches_counts_once()
    {
        await bench.Tell(bench.Report(2, bench.Sale(1), bench.Sale(2)));
        var second = await bench.Tell(bench.Report(1, bench.Sale(2), bench.Sale(3), bench.Sale(3)));
        Assert.Equal((1, 2), (second.Sales, second.KnownSales));
        Assert.Equal(7, await bench.OnHand());
        Assert.Equal(2, (await bench.State()).LastBatch);
    }

    [Fact]
    public async Task A_number_used_again_for_another_sale_loses_neither()
    {
        await bench.Tell(bench.Report(1, bench.Sale(1)));
        await bench.Tell(bench.Report(2, bench.Sale(1, 3)));
        Assert.Equal([1L, 3L], (await bench.Sales()).Select(x => x.Quantity).Order());
        Assert.Equal(CabinetTask.NumberReused, Assert.Single(await bench.Tasks()).Kind);
    }

    [Fact]
    public async Task What_does_not_fit_becomes_a_task_and_no_sale_is_lost()
    {
        var receipt = await bench.Tell(bench.Report(1, bench.Sale(1, 1, 900), bench.Sale(2, 11), bench.Sale(3) with { Barcode = "6900000000000" }, bench.Sale(4, -2), bench.Sale(5, 5, -1)));
        Assert.Equal((3, 2), (receipt.Sales, receipt.Unreadable));
        Assert.Equal([CabinetTask.PriceDiffers, CabinetTask.Unreadable, CabinetTask.Unreadable, CabinetTask.StockShort, CabinetTask.UnknownGoods], (await bench.Tasks()).Select(x => x.Kind));
        Assert.Equal((10L, 12L), (await bench.Tasks()).Where(x => x.Kind == CabinetTask.StockShort).Select(x => (x.Expected, x.Actual)).Single());
        Assert.Equal(-2, await bench.OnHand());
    }

    [Fact]
    public async Task Goods_that_run_short_are_one_task_a_day_with_all_that_was_sold_and_so_is_a_fault()
    {
        await bench.Tell(bench.Report(1, bench.Sale(1, 11)) with { Faults = [new(bench.Books.Now, "E7"), new(bench.Books.Now, "E7"), new(bench.Books.Now, "E8")] });
        await bench.Tell(bench.Report(2, bench.Sale(2, 2)) with { Faults = [new(bench.Books.Now, "E7")] });
        Assert.Equal([CabinetTask.Fault, CabinetTask.Fault, CabinetTask.StockShort], (await bench.Tasks()).Select(x => x.Kind));
        Assert.Equal((10L, 13L), (await bench.Tasks()).Where(x => x.Kind == CabinetTask.StockShort).Select(x => (x.Expected, x.Actual)).Single());
        bench.Books.Clock.Advance(TimeSpan.FromDays(1));
        await bench.Tell(bench.Report(3, bench.Sale(3)) with { Faults = [new(bench.Books.Now, "E7")] });
        Assert.Equal(5, (await bench.Tasks()).Count);
    }

    [Fact]
    public async Task Goods_nobody_knew_are_named_later_once_and_leave_the_cabinet_with_what_was_set_right_before()
    {
        await bench.Tell(bench.Report(1, bench.Sale(1, 3) with { Barcode = "6900000000000" }));
        var (task, sale) = ((await bench.Tasks()).Single(), (await bench.Sales()).Single());
        await bench.Books.Send(new CorrectSaleCommand(sale.Id, 1, true, 1000, "未出货"));
        await bench.Books.Send(new CorrectSaleCommand(sale.Id, 1, false, 0, "破损"));
        Assert.Equal(10, await bench.OnHand());
        Assert.Equal("cabinet-sale.goods-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Books.Send(new AssignGoodsCommand(task.Id, "nope")))).Code);

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try { await bench.Books.Send(new AssignGoodsCommand(task.Id, bench.Barcode)); return true; }
            catch (RuleBroken problem) when (problem.Code == "cabinet-sale.assigned") { return false; }
        })));
        Assert.Single(tries, x => x);
        Assert.Equal(8, await bench.OnHand());
        Assert.Equal((bench.Sku, 3L, 2L), (await bench.Sales()).Select(x => (x.SkuId!.Value, x.Quantity, x.CorrectedQuantity)).Single());
        Assert.NotNull((await bench.Tasks()).Single().ResolvedAt);
        Assert.Equal((3, 3000L), ((await bench.Books.Sent<CountSold>()).Sum(x => x.Quantity), (await bench.Books.Sent<CabinetSaleRecorded>()).Single().AmountFen));
    }

    [Fact]
    public async Task Goods_named_later_may_be_ones_the_cabinet_never_held()
    {
        var barcode = Bench.FreshBarcode();
        await bench.Tell(bench.Report(1, bench.Sale(1, 2) with { Barcode = barcode }));
        await bench.Books.Send(new CorrectSaleCommand((await bench.Sales()).Single().Id, 1, true, 0, "x"));
        var sku = await bench.Books.Goods(barcode: barcode);
        await bench.Books.Send(new AssignGoodsCommand((await bench.Tasks()).Single().Id, barcode));
        Assert.Equal(-1, (await bench.Books.Balance(sku, CabinetBench.Id)).OnHand);
        Assert.Contains(await bench.Tasks(), x => x.Kind == CabinetTask.StockShort);
    }

    [Fact]
    public async Task Goods_of_a_recalled_batch_are_sold_and_noted()
    {
        var sku = await bench.Books.Goods(barcode: Bench.FreshBarcode());
        await bench.Books.Send(new ReceiveGoodsCommand(CabinetBench.Id, [new ReceivedLine(sku, 2, "B9")]));
        await bench.Books.Send(new RecallBatchCommand("B9", "x"));
        await bench.Books.Look(db => { db.Add(PlanSlot.Of(CabinetBench.Id, "A2", sku, 5, 5)); return db.SaveChangesAsync(); });
        await bench.Tell(bench.Report(1, new ReportedSale(1, bench.Books.Now, 1, 1000, Slot: "a2")));
        Assert.Equal(CabinetTask.BatchUnsellable, Assert.Single(await bench.Tasks()).Kind);
    }

    [Theory]
    [InlineData(48)]
    [InlineData(-48)]
    [InlineData(-24 * 365 * 50)]
    public async Task A_clock_that_is_far_off_is_a_task_and_the_state_follows_our_clock(int hours)
    {
        var wrong = bench.Books.Now.AddHours(hours);
        await bench.Tell(new CabinetReport(1, wrong, [bench.Sale(1) with { SoldAt = wrong.AddMinutes(-1) }], [new ReportedTemperature(wrong.AddMinutes(-2), 45)]));
        Assert.Equal(hours * 3600L, Assert.Single(await bench.Tasks(), x => x.Kind == CabinetTask.ClockDrift).Actual);
        await bench.Tell(bench.Report(2) with { SentAt = wrong });
        Assert.Single(await bench.Tasks(), x => x.Kind == CabinetTask.ClockDrift); // said once, until somebody has settled it
        Assert.Equal(wrong.AddMinutes(-1), (await bench.Sales()).Single().SoldAt);
        Assert.Equal(bench.Books.Now.AddMinutes(-2), (await bench.State()).TemperatureAt);
    }

    [Fact]
    public async Task A_late_batch_does_not_overwrite_what_a_newer_one_said()
    {
        var now = bench.Books.Now;
        await bench.Tell(new CabinetReport(2, now, [], [new(now, 50)], [new(now, false)], [new(now, "E7", true)]));
        await bench.Tell(new CabinetReport(1, now, [], [new(now.AddMinutes(-9), 200)], [new(now.AddMinutes(-9), true)], [new(now.AddMinutes(-9), "E7")]));
        var state = await bench.State();
        Assert.Equal((50, false, null), (state.Tenths, state.IsDoorOpen, state.FaultCode));
        Assert.Equal(6, await bench.Books.Look(db => db.CabinetSignals.CountAsync()));
        Assert.Equal("E7", Assert.Single(await bench.Tasks()).Detail);
    }

    [Fact]
    public async Task A_batch_beyond_all_bounds_is_refused_before_anything_happens()
    {
        await Assert.ThrowsAsync<ValidationException>(() => bench.Tell(new CabinetReport(1, bench.Books.Now, [.. Enumerable.Range(1, 501).Select(x => bench.Sale(x))])));
        await Assert.ThrowsAsync<ValidationException>(() => bench.Tell(bench.Report(0)));
        Assert.Null((await bench.State()).LastHeardAt);
    }

    [Fact]
    public async Task A_device_speaks_only_for_its_own_cabinet()
    {
        await Assert.ThrowsAsync<Forbidden>(() => bench.Tell(bench.Report(1, bench.Sale(1)) with { Cabinet = "C002" }));
        Assert.Empty(await bench.Sales());
    }

    [Fact]
    public async Task Duplicates_at_the_same_time_count_once()
    {
        await Duplicates(bench);
    }

    [Fact]
    public async Task Duplicates_at_the_same_time_count_once_on_a_server_database()
    {
        await using var server = await CabinetBench.Start(postgres: true);
        await Duplicates(server);
        Assert.Empty(await server.Books.Violations());
    }

    private static async Task Duplicates(CabinetBench bench)
    {
        var reports = Enumerable.Range(1, 4).Select(n => bench.Report(n, bench.Sale(2 * n), bench.Sale(2 * n + 1), bench.Sale(2 * n + 2))).ToList();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => bench.Tell(reports[i % 4]))));
        Assert.Equal(20, receipts.Count(x => x.Repeated));
        Assert.Equal(9, (await bench.Sales()).Count);
        Assert.Equal(1, await bench.OnHand());
        Assert.Empty(await bench.Tasks());
    }
}
