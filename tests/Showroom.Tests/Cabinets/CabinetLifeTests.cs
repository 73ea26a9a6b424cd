using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Cabinets;
using ZhongFu.Showroom.Cabinets.CorrectSale;
using ZhongFu.Showroom.Cabinets.EditPlan;
using ZhongFu.Showroom.Cabinets.IssueKey;
using ZhongFu.Showroom.Cabinets.ReadPlan;
using ZhongFu.Showroom.Cabinets.RevokeKey;
using ZhongFu.Showroom.Cabinets.SettleTask;
using ZhongFu.Showroom.Cabinets.WatchCabinets;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Tests.Cabinets;

public sealed class CabinetLifeTests : IAsyncLifetime
{
    private CabinetBench bench = null!;

    public async Task InitializeAsync() => bench = await CabinetBench.Start();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Silence_of_thirty_minutes_is_an_alert_that_ends_when_the_device_is_heard()
    {
        await bench.Tell(bench.Report(1));
        bench.Books.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(0, (await Watch()).Silent);
        bench.Books.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await Watch()).Silent);
        Assert.Equal(0, (await Watch()).Silent);
        Assert.Null(Assert.Single(await bench.Tasks()).ResolvedAt);

        await bench.Tell(bench.Report(2));
        Assert.Null((await bench.State()).SilentSince);
        Assert.Equal("system", Assert.Single(await bench.Tasks()).ResolvedBy);
    }

    [Fact]
    public async Task A_cabinet_without_a_key_is_not_expected_to_speak()
    {
        await bench.Books.Send(new RevokeKeyCommand(bench.KeyId));
        bench.Books.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(0, (await Watch()).Silent);
    }

    [Fact]
    public async Task A_warm_cabinet_is_an_alert_that_ends_when_it_is_cold_again()
    {
        await bench.Tell(new CabinetReport(1, bench.Books.Now, [], [new(bench.Books.Now, 95)]));
        Assert.Equal(1, (await Watch()).Temperature);
        Assert.Equal((80L, 95L), (await bench.Tasks()).Select(x => (x.Expected, x.Actual)).Single());
        await bench.Tell(new CabinetReport(2, bench.Books.Now, [], [new(bench.Books.Now.AddMinutes(-30), 50)])); // older news changes nothing
        Assert.NotNull((await bench.State()).WarmSince);
        bench.Books.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Tell(new CabinetReport(3, bench.Books.Now, [], [new(bench.Books.Now, 60)]));
        Assert.Null((await bench.State()).WarmSince);
        Assert.NotNull(Assert.Single(await bench.Tasks()).ResolvedAt);
    }

    [Fact]
    public async Task The_last_key_takes_the_alerts_with_it_and_an_old_reading_is_no_alert_under_a_new_key()
    {
        await bench.Tell(new CabinetReport(1, bench.Books.Now, [], [new(bench.Books.Now, 95)]));
        Assert.Equal(1, (await Watch()).Temperature);
        bench.Books.Clock.Advance(TimeSpan.FromHours(1));
        await bench.Books.Send(new RevokeKeyCommand(bench.KeyId));
        Assert.Null((await bench.State()).WarmSince);
        Assert.NotNull(Assert.Single(await bench.Tasks()).ResolvedAt);
        Assert.Equal(0, (await Watch()).Temperature);
        await bench.Books.Send(IssueKeyCommand.Of(CabinetBench.Code, out _));
        Assert.Equal(0, (await Watch()).Temperature);
        await bench.Tell(new CabinetReport(2, bench.Books.Now, [], [new(bench.Books.Now, 95)]));
        Assert.Equal(1, (await Watch()).Temperature);
    }

    [Fact]
    public async Task A_disputed_sale_is_set_right_beside_it_and_never_beyond_what_was_sold()
    {
        await bench.Tell(bench.Report(1, bench.Sale(1, 3)));
        var sale = (await bench.Sales()).Single();
        await bench.Books.Send(new CorrectSaleCommand(sale.Id, 1, true, 1000, "未出货"));
        await bench.Books.Send(new CorrectSaleCommand(sale.Id, 1, false, 1000, "破损"));
        Assert.Equal("cabinet-sale.too-much", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Books.Send(new CorrectSaleCommand(sale.Id, 2, true, 0, "x")))).Code);
        Assert.Equal("cabinet-sale.too-much", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Books.Send(new CorrectSaleCommand(sale.Id, 0, true, 1001, "x")))).Code);
        Assert.Equal(8, await bench.OnHand());
        var after = (await bench.Sales()).Single();
        Assert.Equal((3L, 3000L, 2L, 2000L), (after.Quantity, after.AmountFen, after.CorrectedQuantity, after.CorrectedFen));
        Assert.Empty(await bench.Books.Violations());
    }

    [Fact]
    public async Task Two_people_settling_one_sale_give_back_once()
    {
        await bench.Tell(bench.Report(1, bench.Sale(1)));
        var sale = (await bench.Sales()).Single();
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try { await bench.Books.Send(new CorrectSaleCommand(sale.Id, 1, true, 1000, "x")); return true; }
            catch (RuleBroken) { return false; }
        })));
        Assert.Single(tries, x => x);
        Assert.Equal(10, await bench.OnHand());
        Assert.Empty(await bench.Books.Violations());
    }

    [Fact]
    public async Task A_sale_that_moved_nothing_and_a_correction_that_is_not_counted_are_found()
    {
        await bench.Tell(bench.Report(1, bench.Sale(1, 3)));
        await bench.Books.Look(db => db.CabinetSales.ExecuteUpdateAsync(x => x.SetProperty(s => s.Quantity, 4)));
        Assert.Contains(await bench.Books.Violations(), x => x.StartsWith("CabinetSalesMoved", StringComparison.Ordinal));
        await bench.Books.Look(db => db.CabinetSales.ExecuteUpdateAsync(x => x.SetProperty(s => s.Quantity, 3).SetProperty(s => s.CorrectedFen, 1)));
        Assert.Contains(await bench.Books.Violations(), x => x.StartsWith("CabinetSalesMoved", StringComparison.Ordinal));
        await bench.Books.Look(db => db.CabinetSales.ExecuteUpdateAsync(x => x.SetProperty(s => s.CorrectedFen, 0)));
        Assert.Empty(await bench.Books.Violations());
        await bench.Books.Look(db => db.Movements.Where(x => x.Cause == MovementCause.CabinetSale).ExecuteUpdateAsync(x => x.SetProperty(m => m.SubjectId, Guid.CreateVersion7())));
        Assert.Contains(await bench.Books.Violations(), x => x.StartsWith("CabinetSalesMoved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_is_replaced_whole_and_a_second_editor_is_told()
    {
        var version = (await bench.State()).PlanVersion;
        var tag = (await bench.Books.Send(new ReadPlanQuery(CabinetBench.Id))).Tag();
        await bench.Books.Send(new EditPlanCommand(CabinetBench.Code, version, 10, 90, [new("A1", bench.Barcode, 8, 6), new("B2", bench.Barcode, 5, 5)]));
        var plan = await bench.Books.Send(new ReadPlanQuery(CabinetBench.Id));
        Assert.Equal([("A1", 8), ("B2", 5)], plan.Slots.Select(x => (x.Slot, x.Capacity)));
        Assert.NotEqual(tag, plan.Tag());
        Assert.Equal("plan.changed", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Books.Send(new EditPlanCommand(CabinetBench.Code, version, 10, 90, [])))).Code);
        var now = (await bench.State()).PlanVersion;
        Assert.Equal("plan.goods-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Books.Send(new EditPlanCommand(CabinetBench.Code, now, 10, 90, [new("A1", "nope", 1, 1)])))).Code);
        Assert.Equal(now, (await bench.State()).PlanVersion);
    }

    [Fact]
    public async Task A_task_is_settled_once()
    {
        await bench.Tell(bench.Report(1, bench.Sale(1, 1, 5)));
        var task = (await bench.Tasks()).Single();
        await bench.Books.Send(new SettleTaskCommand(task.Id, "已核实"));
        Assert.Equal("task.settled", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Books.Send(new SettleTaskCommand(task.Id, "x")))).Code);
    }

    private Task<RaisedAlerts> Watch() => bench.Books.Send(new WatchCabinetsCommand());
}
