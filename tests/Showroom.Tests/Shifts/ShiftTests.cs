using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Approvals;
using ZhongFu.Showroom.Approvals.ApproveDeed;
using ZhongFu.Showroom.Approvals.ChoosePin;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Counter.RecordSale;
using ZhongFu.Showroom.Shifts;
using ZhongFu.Showroom.Shifts.CloseShift;
using ZhongFu.Showroom.Shifts.MoveCash;
using ZhongFu.Showroom.Shifts.OpenShift;
using ZhongFu.Showroom.Shifts.ReadX;

namespace ZhongFu.Showroom.Tests.Shifts;

public sealed class ShiftTests : IAsyncLifetime
{
    private const string Device = "till-0001";
    private Bench bench = null!;
    private Guid sku;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        sku = await bench.Goods(showroom: 100, priceFen: 1250);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_shift_goes_from_float_to_a_numbered_report_that_equals_its_sales()
    {
        var shift = await Open(20_000);
        await bench.Send(Sale(2, 5000) with { ShiftId = shift }); // 2500, change 2500
        await bench.Sell(sku, 1); // 1250, without naming the shift
        await bench.Send(new MoveCashCommand(shift, "In", 10_000, "换零钱"), actor: Cashier);
        await bench.Send(new MoveCashCommand(shift, "Out", 3_000, "买胶带"), actor: Cashier);
        var closed = await Close(shift, 30_750);

        Assert.Equal(("Closed", "Z01-00001", 30_750, 0), (closed.State, closed.ZNumber, closed.ExpectedFen, closed.DifferenceFen));
        var z = await bench.Look(db => db.ZReports.Include(x => x.Tenders).SingleAsync());
        Assert.Equal((2, 3750, 20_000, 10_000, 3_000), (z.SalesCount, z.SalesFen, z.FloatFen, z.CashInFen, z.CashOutFen));
        Assert.Equal((TenderKind.Cash, 3750, 0), (z.Tenders[0].Kind, z.Tenders[0].TakenFen, z.Tenders[0].ReturnedFen));
        Assert.Equal("Z01-00002", (await Close(await Open(0), 0)).ZNumber);
    }

    [Fact]
    public async Task The_close_is_blind_and_the_first_count_stands()
    {
        var shift = await Open(20_000);
        await bench.Sell(sku, 1);
        var x = await bench.Send(new ReadXQuery(shift), actor: Cashier);
        Assert.Equal((1, null, null, null), (x.SalesCount, x.SalesFen, x.ExpectedFen, x.Tenders[0].TakenFen));
        Assert.Equal(21_250, (await bench.Send(new ReadXQuery(shift), actor: Manager)).ExpectedFen);

        var counted = await Close(shift, 21_000);
        Assert.Equal(("Counted", null, -250), (counted.State, counted.ZNumber, counted.DifferenceFen));
        var again = await bench.Send(new CloseShiftCommand(shift, 21_250), actor: Cashier);
        Assert.Equal(("Counted", 21_000), (again.State, again.CountedFen));
        Assert.Equal("Counted", (await bench.Send(new CloseShiftCommand(shift, 21_250, DifferenceReason: " \u200B "), actor: Cashier)).State);
        var closed = await bench.Send(new CloseShiftCommand(shift, 99_999, DifferenceReason: "找错零钱"), actor: Cashier);
        Assert.Equal(("Closed", 21_000, -250), (closed.State, closed.CountedFen, closed.DifferenceFen));
    }

    [Fact]
    public async Task A_closed_shift_stays_as_it_is()
    {
        var shift = await Open(100);
        var first = await Close(shift, 100);
        Assert.Equal(first, await Close(shift, 555));
        Assert.Equal("shift.closed", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new MoveCashCommand(shift, "In", 1, "x"), actor: Cashier))).Code);
    }

    [Fact]
    public async Task A_late_sale_goes_to_a_supplementary_shift_and_both_reports_agree()
    {
        var shift = await Open(0);
        await bench.Sell(sku, 1);
        await Close(shift, 1250);
        var late = await bench.Send(Sale(2, 2500) with { ShiftId = shift });
        var later = await bench.Send(Sale(1, 1250) with { ShiftId = shift });

        Assert.Equal(SaleTask.LateForShift, Assert.Single(late.Tasks).Kind);
        var extra = await bench.Look(db => db.Shifts.SingleAsync(x => x.LateOfId == shift));
        Assert.Equal(ShiftKind.Supplementary, extra.Kind);
        Assert.Equal([extra.Id, extra.Id], await bench.Look(db => db.Sales.Where(x => x.Id == late.Id || x.Id == later.Id).Select(x => x.ShiftId).ToListAsync()));
        Assert.Equal("Z01-00002", (await bench.Send(new CloseShiftCommand(extra.Id, 3750), actor: Manager)).ZNumber);
        Assert.Equal([1250L, 3750L], await bench.Look(db => db.ZReports.OrderBy(x => x.Number).Select(x => x.SalesFen).ToListAsync()));
    }

    [Fact]
    public async Task Sales_after_the_count_belong_to_the_next_shift()
    {
        var shift = await Open(0);
        await Close(shift, 5);
        var sale = await bench.Sell(sku, 1);
        Assert.Empty(sale.Tasks);
        Assert.NotEqual(shift, await ShiftOf(sale.Id));
        Assert.Equal("Closed", (await bench.Send(new CloseShiftCommand(shift, 5, DifferenceReason: "多出五分"), actor: Cashier)).State);
    }

    [Fact]
    public async Task A_sale_that_comes_before_its_opening_opens_the_shift()
    {
        var id = Guid.CreateVersion7();
        var sale = await bench.Send(Sale(1, 1250) with { ShiftId = id });
        Assert.Empty(sale.Tasks);
        Assert.Equal(id, (await bench.Send(new OpenShiftCommand(Device, 500, id), actor: Cashier)).Id);
        Assert.Equal((ShiftKind.Opened, 500), await bench.Look(db => db.Shifts.Where(x => x.Id == id).Select(x => new ValueTuple<ShiftKind, long>(x.Kind, x.FloatFen)).SingleAsync()));
        Assert.Equal("Closed", (await Close(id, 1750)).State);
    }

    [Fact]
    public async Task A_till_without_a_shift_sells_all_the_same_and_the_opening_takes_it_over()
    {
        var sale = await bench.Sell(sku, 1);
        var shift = await Open(300);
        Assert.Equal(shift, await ShiftOf(sale.Id));
        Assert.Equal("shift.already-open", (await Assert.ThrowsAsync<RuleBroken>(() => Open(300))).Code);
        Assert.Equal("Closed", (await Close(shift, 1550)).State);
    }

    [Fact]
    public async Task Another_tills_shift_is_not_touched()
    {
        var shift = await Open(0);
        var sale = await bench.Send(Sale(1, 1250) with { DeviceId = "till-0002", ShiftId = shift });
        Assert.Equal(SaleTask.ForeignShift, Assert.Single(sale.Tasks).Kind);
        Assert.NotEqual(shift, await ShiftOf(sale.Id));
        var other = Cashier with { Key = "user:other" };
        foreach (var deed in new Func<Task>[] { () => bench.Send(new CloseShiftCommand(shift, 0), actor: other), () => bench.Send(new ReadXQuery(shift), actor: other), () => bench.Send(new MoveCashCommand(shift, "Out", 1, "x"), actor: other) })
            Assert.Equal("shift.not-yours", (await Assert.ThrowsAsync<RuleBroken>(deed)).Code);
    }

    [Fact]
    public async Task A_shift_does_not_close_while_sales_wait_unless_a_manager_signs()
    {
        var shift = await Open(0);
        Assert.Equal("shift.sales-waiting", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new CloseShiftCommand(shift, 0, 3), actor: Cashier))).Code);
        await bench.Send(new ChoosePinCommand("246810"), actor: Manager);
        await bench.Send(new ChoosePinCommand("135791"), actor: Cashier);
        Assert.Null((await Approve(Deed.CloseUnsent, "manager", "000000")).Id);
        Assert.Null((await Approve(Deed.CloseUnsent, "cashier", "135791")).Id);
        var approval = await Approve(Deed.CloseUnsent, "Manager", "246810");
        Assert.Equal("Closed", (await bench.Send(new CloseShiftCommand(shift, 0, 3, ApprovalId: approval.Id), actor: Cashier)).State);
        Assert.Equal((3, "manager"), await bench.Look(db => db.ZReports.Select(x => new ValueTuple<int, string?>(x.UnsentSales, x.ApprovedBy)).SingleAsync()));

        var next = await Open(0);
        Assert.Equal("shift.sales-waiting", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new CloseShiftCommand(next, 0, 3, ApprovalId: approval.Id), actor: Cashier))).Code);
    }

    [Fact]
    public async Task Handing_over_takes_two_people()
    {
        await bench.Send(new ChoosePinCommand("135791"), actor: Cashier);
        await bench.Send(new ChoosePinCommand("975310"), actor: Cashier with { Key = "user:b", Name = "xiaoli" });
        var shift = await Open(0);
        var self = await Approve(Deed.TakeOver, "cashier", "135791");
        Assert.Equal("shift.taker-is-giver", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new CloseShiftCommand(shift, 0, TakeOverId: self.Id), actor: Cashier))).Code);
        var other = await Approve(Deed.TakeOver, "xiaoli", "975310");
        await bench.Send(new CloseShiftCommand(shift, 0, TakeOverId: other.Id), actor: Cashier);
        Assert.Equal("xiaoli", await bench.Look(db => db.ZReports.Select(x => x.TakenBy).SingleAsync()));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_right_one_for_ten_minutes()
    {
        await bench.Send(new ChoosePinCommand("246810"), actor: Manager);
        for (var i = 0; i < 5; i++) Assert.Null((await Approve(Deed.Void, "manager", "111112")).Id);
        Assert.Null((await Approve(Deed.Void, "manager", "246810")).Id);
        bench.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.NotNull((await Approve(Deed.Void, "manager", "246810")).Id);
    }

    [Fact]
    public async Task Sales_and_closes_side_by_side_leave_every_sale_in_exactly_one_report()
    {
        var shift = await Open(0);
        var sales = Enumerable.Range(0, 12).Select(_ => bench.Send(Sale(1, 1250) with { ShiftId = shift }));
        var closes = Enumerable.Range(0, 3).Select(_ => bench.Send(new CloseShiftCommand(shift, 1, DifferenceReason: "并发"), actor: Cashier));
        await Task.WhenAll([.. sales, .. closes.Cast<Task>()]);
        foreach (var rest in await bench.Look(db => db.Shifts.Where(x => x.State == ShiftState.Open).Select(x => x.Id).ToListAsync()))
            await bench.Send(new CloseShiftCommand(rest, 1, DifferenceReason: "并发"), actor: Manager);
        Assert.Equal((12, 15_000L), await bench.Look(async db => (await db.ZReports.SumAsync(x => x.SalesCount), await db.ZReports.SumAsync(x => x.SalesFen))));
    }

    private static Actor Cashier { get; } = new(Guid.CreateVersion7(), "user:cashier", "cashier", new Dictionary<string, Scope> { [ShowroomPermissions.Sell] = Scope.Organisation });

    private static Actor Manager { get; } = new(Guid.CreateVersion7(), "user:manager", "manager",
        new Dictionary<string, Scope> { [ShowroomPermissions.Sell] = Scope.Organisation, [ShowroomPermissions.Approve] = Scope.Organisation });

    private async Task<Guid> Open(long floatFen) => (await bench.Send(new OpenShiftCommand(Device, floatFen), actor: Cashier)).Id;

    private Task<ClosedShift> Close(Guid shift, long countedFen) => bench.Send(new CloseShiftCommand(shift, countedFen), actor: Cashier);

    private Task<ApprovedDeed> Approve(Deed deed, string name, string pin) => bench.Send(new ApproveDeedCommand(Device, deed.ToString(), name, pin), actor: Cashier);

    private RecordSaleCommand Sale(long quantity, long givenFen) => bench.Sale(sku, quantity, givenFen);

    private Task<Guid> ShiftOf(Guid sale) => bench.Look(db => db.Sales.Where(x => x.Id == sale).Select(x => x.ShiftId).SingleAsync());
}
