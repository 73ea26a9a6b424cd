using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Counter.ReturnGoods;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Losses;
using ZhongFu.Showroom.Losses.RecordLoss;
using ZhongFu.Showroom.Reservations;
using ZhongFu.Showroom.ScanPayments;
using ZhongFu.Showroom.Shifts;
using ZhongFu.Showroom.Shifts.CloseShift;
using ZhongFu.Showroom.Stocktakes;
using ZhongFu.Showroom.Stocktakes.JudgeStocktake;
using ZhongFu.Showroom.Stocktakes.RecordCounts;
using ZhongFu.Showroom.Stocktakes.StartStocktake;
using ZhongFu.Showroom.Stocktakes.SubmitStocktake;
using ZhongFu.Showroom.Transfers;
using ZhongFu.Showroom.Transfers.DispatchTransfer;
using ZhongFu.Showroom.Transfers.ReceiveTransfer;
using ZhongFu.Showroom.Transfers.RequestTransfer;

namespace ZhongFu.Showroom.Tests;

public sealed class ReconcileTests : IAsyncLifetime
{
    private Bench bench = null!;
    private Guid sku;
    private Guid issued;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        sku = await bench.Goods(warehouse: 20, showroom: 10);
        await bench.Sell(sku, 2);
        await bench.Reserve(sku, 3);
        issued = await bench.Reserve(sku, 4);
        await bench.Issue(issued);
        await bench.Release(await bench.Reserve(sku, 1));
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Honest_books_have_no_violation() => Assert.Empty(await bench.Violations());

    [Fact]
    public Task A_balance_that_differs_from_its_movements_is_found() =>
        Finds("BalancesMatchMovements", db => db.Balances.Where(x => x.LocationId == Bench.Warehouse).ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, b => b.OnHand + 1)));

    [Fact]
    public Task A_movement_without_a_balance_is_found() => Finds("BalancesMatchMovements", db =>
    {
        db.Add(StockMovement.Receipt(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), null, Bench.Warehouse, Bench.Showroom, 1, bench.Now, "x"));
        return db.SaveChangesAsync();
    });

    [Fact]
    public Task Scanned_money_without_its_sale_is_found() => Finds("ScannedMoneyHasItsSale", async db =>
    {
        var till = await db.Tills.FirstAsync();
        var payment = ScanPayment.Ask(till, "user:c", "cashier", 100, "https://x.example", bench.Now);
        db.Add(payment);
        await db.SaveChangesAsync();
        return await db.ScanPayments.Where(x => x.Id == payment.Id).ExecuteUpdateAsync(x => x.SetProperty(p => p.SaleId, Guid.CreateVersion7()));
    });

    [Fact]
    public Task Goods_from_nowhere_are_found() =>
        Finds("BalancesSumToZero", db => db.Balances.Where(x => x.LocationId == Bench.Showroom).ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, b => b.OnHand + 1)));

    [Fact]
    public Task A_batch_that_differs_from_its_movements_is_found() =>
        Finds("BatchBalancesAddUp", db => db.BatchBalances.Where(x => x.LocationId == Bench.Warehouse).ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, b => b.OnHand + 1)));

    [Fact]
    public Task Blocked_pieces_without_an_unsellable_batch_are_found() =>
        Finds("BatchBalancesAddUp", db => db.Balances.Where(x => x.LocationId == Bench.Warehouse).ExecuteUpdateAsync(x => x.SetProperty(b => b.Blocked, 1)));

    [Fact]
    public Task A_mark_without_a_reservation_is_found() =>
        Finds("ReservedMatchesAllocations", db => db.Balances.Where(x => x.LocationId == Bench.Warehouse).ExecuteUpdateAsync(x => x.SetProperty(b => b.Reserved, b => b.Reserved + 1)));

    [Fact]
    public Task A_reservation_without_a_mark_is_found() =>
        Finds("ReservedMatchesAllocations", db => db.Balances.ExecuteUpdateAsync(x => x.SetProperty(b => b.Reserved, 0)));

    [Fact]
    public Task More_set_aside_than_there_is_is_found() =>
        Finds("PromisesAreCovered", db => db.Balances.Where(x => x.Reserved > 0).ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, 1)));

    [Fact]
    public Task A_reservation_that_was_issued_and_released_is_found() => Finds("IssuedOrGivenBack", db =>
        db.Reservations.Where(x => x.Id == issued).ExecuteUpdateAsync(x => x.SetProperty(r => r.State, ReservationState.Released)));

    [Fact]
    public Task An_issue_whose_goods_did_not_leave_is_found() =>
        Finds("IssuedOrGivenBack", db => db.Movements.Where(x => x.SubjectId == issued).ExecuteDeleteAsync());

    [Fact]
    public Task A_sale_whose_money_does_not_add_up_is_found() => Finds("SalesAddUp", db => db.Set<Tender>().ExecuteUpdateAsync(x => x.SetProperty(t => t.AmountFen, t => t.AmountFen - 1)));

    [Fact]
    public Task A_sale_line_without_a_movement_is_found() => Finds("SoldGoodsMoved", db => db.Movements.Where(x => x.Cause == MovementCause.CounterSale).ExecuteDeleteAsync());

    [Fact]
    public Task A_sale_movement_without_a_line_is_found() => Finds("SoldGoodsMoved", db => db.Set<SaleLine>().ExecuteDeleteAsync());

    [Fact]
    public Task A_drawer_that_lacks_a_sales_money_is_found() => Finds("DrawerHoldsSales", db => db.DrawerEntries.ExecuteUpdateAsync(x => x.SetProperty(e => e.AmountFen, e => e.AmountFen - 1)));

    [Fact]
    public async Task A_report_that_differs_from_its_drawer_is_found()
    {
        var shift = await bench.Look(db => db.Shifts.Select(x => x.Id).SingleAsync());
        await bench.Send(new CloseShiftCommand(shift, 0, DifferenceReason: "?"));
        await Finds("ZEqualsDrawer", db => db.ZReports.ExecuteUpdateAsync(x => x.SetProperty(z => z.ExpectedFen, z => z.ExpectedFen + 1)));
    }

    [Fact]
    public Task A_closed_shift_without_a_report_is_found() => Finds("ZEqualsDrawer", db => db.Shifts.ExecuteUpdateAsync(x => x.SetProperty(s => s.State, ShiftState.Closed)));

    [Theory, InlineData("line"), InlineData("tender"), InlineData("drawer"), InlineData("movement")]
    public async Task A_return_that_does_not_add_up_is_found(string where)
    {
        var sale = await bench.Sell(sku, 2);
        var back = await bench.Send(new ReturnGoodsCommand("till-0001", sale.Id, [new(1, "Restock", 1)], "?"));
        await Finds("ReturnsAddUp", db => where switch
        {
            "line" => db.Set<SaleLine>().Where(x => x.SaleId == sale.Id).ExecuteUpdateAsync(x => x.SetProperty(l => l.ReturnedQuantity, 0)),
            "tender" => db.Set<Tender>().Where(x => x.SaleId == sale.Id).ExecuteUpdateAsync(x => x.SetProperty(l => l.ReturnedFen, 1)),
            "drawer" => db.DrawerEntries.Where(x => x.SubjectId == back.Id).ExecuteDeleteAsync(),
            _ => db.Movements.Where(x => x.SubjectId == back.Id).ExecuteDeleteAsync(),
        });
    }

    [Theory, InlineData("sent"), InlineData("counted"), InlineData("settled"), InlineData("road"), InlineData("movement")]
    public async Task A_transfer_that_does_not_add_up_is_found(string where)
    {
        var order = await bench.Send(new RequestTransferCommand(Bench.Warehouse, Bench.Showroom, [new(sku, null, 5)]));
        await bench.Send(new DispatchTransferCommand(order.Id));
        if (where != "road") await bench.Send(new ReceiveTransferCommand(order.Id, [new(1, null, 3, "Missing")]));
        await Finds(where is "movement" ? "TransfersMoveWhatTheySay" : "TransitHoldsOpenTransfers", db => where switch
        {
            "sent" or "road" => db.Set<TransferGoods>().ExecuteUpdateAsync(x => x.SetProperty(g => g.Sent, g => g.Sent + 1)),
            "counted" => db.Set<TransferGoods>().ExecuteUpdateAsync(x => x.SetProperty(g => g.Counted, 4)),
            "settled" => db.Set<TransferGoods>().ExecuteUpdateAsync(x => x.SetProperty(g => g.Settled, 1)),
            _ => db.Movements.Where(x => x.Cause == MovementCause.Transfer).ExecuteDeleteAsync(),
        });
    }

    [Theory, InlineData("value"), InlineData("state"), InlineData("movement"), InlineData("lines")]
    public async Task A_write_off_that_does_not_add_up_is_found(string where)
    {
        await bench.Send(new RecordLossCommand(Bench.Warehouse, "Damaged", "House", [new(sku, null, 2)], "?"));
        await Finds("WriteOffsAddUp", db => where switch
        {
            "value" => db.WriteOffs.ExecuteUpdateAsync(x => x.SetProperty(w => w.ValueFen, 1)),
            "state" => db.WriteOffs.ExecuteUpdateAsync(x => x.SetProperty(w => w.State, WriteOffState.Waiting)),
            "movement" => db.Movements.Where(x => x.Cause == MovementCause.WriteOff).ExecuteDeleteAsync(),
            _ => db.Set<WriteOffLine>().ExecuteUpdateAsync(x => x.SetProperty(l => l.Quantity, 3)),
        });
    }

    [Theory, InlineData("count"), InlineData("movement")]
    public async Task A_stocktake_that_moved_something_else_is_found(string where)
    {
        var stocktake = await bench.Send(new StartStocktakeCommand(Bench.Showroom, [sku]));
        await bench.Send(new RecordCountsCommand(stocktake.Id, [new(sku, null, 7)]));
        await bench.Send(new SubmitStocktakeCommand(stocktake.Id, true));
        await bench.Send(new JudgeStocktakeCommand(stocktake.Id, StocktakeVerdict.Post), actor: Platform.Security.Actor.System with { Key = "another" });
        await Finds("StocktakesPostTheirDifferences", db => where == "count"
            ? db.Set<StocktakeLine>().ExecuteUpdateAsync(x => x.SetProperty(l => l.Counted, 6))
            : db.Movements.Where(x => x.Cause == MovementCause.Stocktake).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_debt_without_a_sale_is_found()
    {
        await bench.Look(db => { db.Add(AccountBuyer.Of("D001", "x", 1)); return db.SaveChangesAsync(); });
        await Finds("AccountsOweTheirSales", db => db.AccountBuyers.ExecuteUpdateAsync(x => x.SetProperty(b => b.OwedFen, 1)));
    }

    private async Task Finds(string invariant, Func<ShowroomDb, Task<int>> plant)
    {
        Assert.Empty(await bench.Violations());
        Assert.True(await bench.Look(plant) > 0, "Nothing was planted.");
        Assert.Contains(await bench.Violations(), line => line.StartsWith(invariant + ":", StringComparison.Ordinal));
    }
}
