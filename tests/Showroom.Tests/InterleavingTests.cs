using CsCheck;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Recalls.ExpireBatches;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Counter.RecordSale;
using ZhongFu.Showroom.Counter.ReturnGoods;
using ZhongFu.Showroom.Counter.VoidSale;
using ZhongFu.Showroom.Losses;
using ZhongFu.Showroom.Losses.DecideLoss;
using ZhongFu.Showroom.Losses.RecordLoss;
using ZhongFu.Showroom.Recalls.LiftRecall;
using ZhongFu.Showroom.Recalls.RecallBatch;
using ZhongFu.Showroom.Receiving.ReceiveGoods;
using ZhongFu.Showroom.Reservations;
using ZhongFu.Showroom.Reservations.ExpireReservations;
using ZhongFu.Showroom.Stocktakes;
using ZhongFu.Showroom.Stocktakes.JudgeStocktake;
using ZhongFu.Showroom.Stocktakes.RecordCounts;
using ZhongFu.Showroom.Stocktakes.StartStocktake;
using ZhongFu.Showroom.Stocktakes.SubmitStocktake;
using ZhongFu.Showroom.Transfers;
using ZhongFu.Showroom.Transfers.CancelTransfer;
using ZhongFu.Showroom.Transfers.DispatchTransfer;
using ZhongFu.Showroom.Transfers.ReceiveTransfer;
using ZhongFu.Showroom.Transfers.RequestTransfer;
using ZhongFu.Showroom.Transfers.SettleDifference;

namespace ZhongFu.Showroom.Tests;

/// <summary>Whatever the order in which threads receive, sell, reserve, pay, issue, release, recall, let expire, transfer, count, write off, take back and call off: the books stay right.</summary>
public abstract class Interleavings : IAsyncLifetime
{
    private enum Deed { Receive, Sell, Reserve, ReservePickUp, Capture, Release, Issue, Expire, ReceiveBatch, SellBatch, Recall, Lift, ExpireBatch, Ask, Send, Count, CallOff, Settle, Lose, Decide, TakeStock, CountShelf, PostCount, Return, Void }

    private Bench bench = null!;

    private protected abstract Task<Bench> Start();

    public async Task InitializeAsync() => bench = await Start();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task The_books_stay_right_whatever_happens_at_once()
    {
        var deeds = Gen.Select(Gen.Enum<Deed>(), Gen.Int[0, 1], Gen.Int[0, 5], Gen.Long[1, 4]).Array[60];
        await deeds.SampleAsync(async plan =>
        {
            Guid[] skus = [await bench.Goods(warehouse: 6, showroom: 5), await bench.Goods(warehouse: 3, priceFen: 20_000)]; // of the second, three pieces need a signature
            var orders = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToArray();
            var started = bench.Now;
            await Parallel.ForEachAsync(plan, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (step, _) =>
            {
                var (deed, sku, order, quantity) = step;
                try { await Deliver(deed, () => Do(deed, skus[sku], sku == 0 ? orders[order] : orders[5 - order], quantity, started)); }
                catch (RuleBroken) { } // an issue of what was released, a second recall: refused, as it should be
                catch (NotFound) { } // a recall before the goods
                catch (InvalidOperationException problem) when (problem.Message.Contains("is not known", StringComparison.Ordinal)) { } // an issue before its reservation
            });

            Assert.Empty(await bench.Violations());
            foreach (var sku in skus)
            {
                var free = await bench.Look(db => db.Balances.Where(x => x.SkuId == sku && (x.LocationId == Bench.Warehouse || x.LocationId == Bench.Showroom)).ToListAsync());
                Assert.Equal(free.Sum(x => Math.Max(0, x.Free)), await bench.Shown(sku));
                Assert.All(free.Where(x => x.LocationId == Bench.Warehouse), x => Assert.True(x.OnHand >= 0, "Only a counter sale may owe goods."));
            }
        }, iter: 50, threads: 1);

        // Deeds that are always refused would prove nothing.
        var seen = await bench.Look(db => db.Movements.Select(x => x.Cause).Distinct().ToListAsync());
        Assert.Empty(new[] { MovementCause.CounterSale, MovementCause.CounterReturn, MovementCause.Issue, MovementCause.Transfer, MovementCause.WriteOff, MovementCause.Stocktake }.Except(seen));
    }

    [Fact]
    public async Task Two_hundred_buyers_for_fifty_pieces_leave_exactly_fifty_with_them()
    {
        var sku = await bench.Goods(warehouse: 30, showroom: 20);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => bench.Reserve(sku, 1))));

        Assert.Equal(50, (await bench.Sent<StockReserved>()).Count);
        Assert.Equal(150, (await bench.Sent<StockRefused>()).Count);
        Assert.Equal(0, await bench.Shown(sku));
        Assert.Empty(await bench.Violations());
    }

    [Fact]
    public async Task Fifty_posts_of_one_sale_at_once_are_one_sale()
    {
        var sku = await bench.Goods(showroom: 5);
        var slip = bench.Sale(sku, 2);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => bench.Send(slip, i % 2 == 0 ? "one-key" : $"key-{i}"))));

        Assert.Single(answers.Select(x => (x.Id, x.Number)).Distinct());
        Assert.Equal(1, await bench.Look(db => db.Sales.CountAsync()));
        Assert.Equal(3, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    /// <summary>What comes over the bus comes again when two transactions met on one reservation; what a person does at a counter must work at once.</summary>
    private static async Task Deliver(Deed deed, Func<Task> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try { await act(); return; }
            catch (DbUpdateException) when (attempt < 10 && deed is not (Deed.Receive or Deed.Sell or Deed.ReceiveBatch or Deed.SellBatch or Deed.Ask or Deed.Send or Deed.Count or Deed.Lose or Deed.TakeStock or Deed.CountShelf or Deed.PostCount or Deed.Return or Deed.Void)) { }
        }
    }

    private Task Do(Deed deed, Guid sku, Guid order, long quantity, DateTime started) => deed switch
    {
        Deed.Receive => bench.Receive(sku, quantity % 2 == 0 ? Bench.Warehouse : Bench.Showroom, quantity),
        Deed.Sell => bench.Sell(sku, quantity),
        Deed.Reserve => bench.Reserve(sku, quantity, id: order),
        Deed.ReservePickUp => bench.Reserve(sku, quantity, preferred: Bench.Showroom, id: order),
        Deed.Capture => bench.Capture(order, sku, quantity),
        Deed.Release => bench.Release(order, quantity % 2 == 0 ? "expired" : "cancelled"),
        Deed.Issue => bench.Issue(order),
        Deed.ReceiveBatch => bench.Send(new ReceiveGoodsCommand(quantity % 2 == 0 ? Bench.Warehouse : Bench.Showroom, [new ReceivedLine(sku, quantity, BatchOf(sku, quantity), quantity < 3 ? bench.Clock.Today().AddDays(3) : null)])),
        Deed.SellBatch => bench.Send(bench.Sale(sku, 1) with { Lines = [new RungLine(quantity, sku, Batch: BatchOf(sku, quantity))] }),
        Deed.Recall => bench.Send(new RecallBatchCommand(BatchOf(sku, quantity), "抽检")),
        Deed.Lift => Lift(BatchOf(sku, quantity)),
        Deed.ExpireBatch => ExpireBatch(sku, BatchOf(sku, quantity)),
        Deed.Ask => bench.Send(new RequestTransferCommand(quantity % 2 == 0 ? Bench.Warehouse : Bench.Showroom, quantity % 2 == 0 ? Bench.Showroom : Bench.Warehouse, [new WantedLine(sku, quantity == 4 ? BatchOf(sku, 1) : null, quantity)])),
        Deed.Send => OnTransfer(sku, TransferState.Requested, x => bench.Send(new DispatchTransferCommand(x.Id))),
        Deed.Count => OnTransfer(sku, TransferState.Dispatched, x => bench.Send(Counts(x, quantity))),
        Deed.CallOff => OnTransfer(sku, TransferState.Requested, x => bench.Send(new CancelTransferCommand(x.Id, "?"))),
        Deed.Settle => OnTransfer(sku, TransferState.Received, x => Settle(x, quantity)),
        Deed.Lose => bench.Send(new RecordLossCommand(quantity % 2 == 0 ? Bench.Warehouse : Bench.Showroom, "Damaged", "House", [new LostGoods(sku, null, quantity)], "?")),
        Deed.Decide => Decide(sku, quantity),
        Deed.Return => OnSale(sku, quantity, x => bench.Send(new ReturnGoodsCommand("till-0001", x, [new BroughtLine(1, quantity % 2 == 0 ? "Restock" : "Quarantine", Line: 1)], "?"))),
        Deed.Void => OnSale(sku, quantity, x => bench.Send(new VoidSaleCommand(x, "?"))),
        Deed.TakeStock => bench.Send(new StartStocktakeCommand(Bench.Showroom, [sku])),
        Deed.CountShelf => OnStocktake(sku, StocktakeState.Counting, x => bench.Send(new RecordCountsCommand(x, [new(sku, quantity == 4 ? BatchOf(sku, 1) : null, quantity)]), actor: Actor.System with { Key = $"counter-{quantity}" })),
        Deed.PostCount => PostCount(sku),
        _ => ExpireNow(order, started),
    };

    /// <summary>Three batches for each SKU, so that deeds meet.</summary>
    private static string BatchOf(Guid sku, long quantity) => $"{sku:N}-{quantity % 3}";

    private static ReceiveTransferCommand Counts(TransferOrder order, long quantity) => new(order.Id, [.. order.Goods.Select(x => quantity switch
    {
        1 => new CountedLine(x.Line, x.Batch, x.Sent - 1, "Missing"),
        2 => new CountedLine(x.Line, x.Batch, x.Sent + 2, "TooMany"),
        _ => new CountedLine(x.Line, x.Batch, x.Sent),
    })]);

    private async Task Settle(TransferOrder order, long quantity)
    {
        if (order.Goods.FirstOrDefault(x => x.Open > 0) is not { } part) return;
        var outcome = part.Difference < 0 ? (DifferenceOutcome)(quantity % 3) : quantity % 2 == 0 ? DifferenceOutcome.SentMore : DifferenceOutcome.Surplus;
        await bench.Send(new SettleDifferenceCommand(order.Id, part.Line, part.Batch, outcome.ToString(), 1, "?"), actor: Actor.System with { Key = "another" });
    }

    private async Task Decide(Guid sku, long quantity)
    {
        var waiting = await bench.Look(db => db.WriteOffs.Where(x => x.State == WriteOffState.Waiting && x.Lines.Any(l => l.SkuId == sku)).OrderBy(x => x.Number).Select(x => x.Id).FirstOrDefaultAsync());
        if (waiting != Guid.Empty) await bench.Send(new DecideLossCommand(waiting, quantity % 2 == 0, "?"), actor: Actor.System with { Key = "another" });
    }

    /// <summary>The oldest transfer of a SKU in some state, so that deeds meet.</summary>
    private async Task OnTransfer(Guid sku, TransferState state, Func<TransferOrder, Task> act)
    {
        var order = await bench.Look(db => db.Transfers.AsNoTracking().Include(x => x.Goods).Where(x => x.State == state && x.Lines.Any(l => l.SkuId == sku) && (state != TransferState.Received || x.Goods.Any(g => g.Counted != g.Sent)))
            .OrderBy(x => x.Number).FirstOrDefaultAsync());
        if (order is not null) await act(order);
    }

    /// <summary>One of the newest sales of a SKU, so that deeds meet.</summary>
    private async Task OnSale(Guid sku, long which, Func<Guid, Task> act)
    {
        var sales = await bench.Look(db => db.Sales.Where(x => !x.IsVoid && x.Lines.Any(l => l.SkuId == sku)).OrderByDescending(x => x.LocalNumber).Select(x => x.Id).Take(2).ToListAsync());
        if (sales.Count > 0) await act(sales[(int)(which % sales.Count)]);
    }

    private async Task OnStocktake(Guid sku, StocktakeState state, Func<Guid, Task> act)
    {
        var id = await bench.Look(db => db.Stocktakes.Where(x => x.State == state && x.Lines.Any(l => l.SkuId == sku)).OrderBy(x => x.Number).Select(x => x.Id).FirstOrDefaultAsync());
        if (id != Guid.Empty) await act(id);
    }

    private async Task PostCount(Guid sku)
    {
        await OnStocktake(sku, StocktakeState.Counting, x => bench.Send(new SubmitStocktakeCommand(x, true), actor: Actor.System with { Key = "counter-1" }));
        await OnStocktake(sku, StocktakeState.Submitted, x => bench.Send(new JudgeStocktakeCommand(x, StocktakeVerdict.Post), actor: Actor.System with { Key = "judge" }));
    }

    private async Task Lift(string code)
    {
        var open = await bench.Look(db => db.Recalls.Where(x => x.BatchCode == code && x.LiftedAt == null).Select(x => x.Id).FirstOrDefaultAsync());
        if (open != Guid.Empty) await bench.Send(new LiftRecallCommand(open, "复检"));
    }

    /// <summary>Instead of three days going by.</summary>
    private async Task ExpireBatch(Guid sku, string code)
    {
        var yesterday = bench.Clock.Today().AddDays(-1);
        await bench.Look(db => db.Batches.Where(x => x.SkuId == sku && x.Code == code && x.ExpiresOn != null).ExecuteUpdateAsync(x => x.SetProperty(b => b.ExpiresOn, yesterday)));
        await bench.Send(new ExpireBatchesCommand(sku));
    }

    private async Task ExpireNow(Guid order, DateTime started)
    {
        await bench.Look(db => db.Reservations.Where(x => x.Id == order && x.State == ReservationState.Held).ExecuteUpdateAsync(x => x.SetProperty(r => r.Until, started.AddHours(-1))));
        await bench.Send(new ExpireReservationCommand(order));
    }
}

public sealed class InterleavingTests : Interleavings
{
    private protected override Task<Bench> Start() => Bench.Start();
}

public sealed class InterleavingOnPostgresTests : Interleavings
{
    private protected override Task<Bench> Start() => Bench.StartOnPostgres();
}
