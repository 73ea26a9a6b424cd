using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MediatR;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Recalls.ExpireBatches;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Counter.RecordSale;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Recalls.LiftRecall;
using ZhongFu.Showroom.Recalls.ReadRecalls;
using ZhongFu.Showroom.Recalls.RecallBatch;
using ZhongFu.Showroom.Receiving.ReceiveGoods;
using ZhongFu.Showroom.Reservations;

namespace ZhongFu.Showroom.Tests.Recalls;

public sealed class RecallTests : IAsyncLifetime
{
    private Bench bench = null!;
    private Guid sku;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        sku = await bench.Goods();
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_recalled_batch_cannot_be_ordered_and_can_again_when_the_recall_is_lifted()
    {
        await Receive(Bench.Warehouse, "B1", 5);
        await Receive(Bench.Showroom, "B2", 2);
        var recall = await bench.Send(new RecallBatchCommand("B1", "农残复检"));
        Assert.Equal(2, await bench.Shown(sku));
        Assert.Equal(ReservationState.Refused, await StateOf(await bench.Reserve(sku, 3)));

        await bench.Send(new LiftRecallCommand(recall.Id, "复检合格"));
        Assert.Equal(7, await bench.Shown(sku));
        Assert.Equal(ReservationState.Held, await StateOf(await bench.Reserve(sku, 3)));
        Assert.Equal(["showroom.recall", "showroom.recall.lift"], await bench.Look(db => db.Audit.Where(x => x.Subject == "B1").OrderBy(x => x.Id).Select(x => x.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_was_promised_from_a_recalled_batch_comes_from_elsewhere_or_the_youngest_is_told()
    {
        await Receive(Bench.Warehouse, "B1", 5);
        await Receive(Bench.Showroom, "B2", 2);
        var old = await bench.Reserve(sku, 2);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        var young = await bench.Reserve(sku, 3);
        await bench.Send(new RecallBatchCommand("B1", "农残复检"));

        var told = await bench.Sent<StockShorted>();
        Assert.Equal("recall", Assert.Single(told.Select(x => x.Cause).Distinct()));
        Assert.Equal(3, told.Sum(x => x.Shortage.Requested - x.Shortage.Available)); // two of five were found in the showroom
        Assert.Equal(2, (await bench.Balance(sku, Bench.Showroom)).Reserved);
        Assert.Contains(young, told.Select(x => x.ReservationId));
        Assert.NotEqual(Guid.Empty, old);
    }

    [Fact]
    public async Task A_counter_sale_of_a_recalled_batch_stands_and_becomes_a_task()
    {
        await Receive(Bench.Showroom, "B1", 3);
        await Receive(Bench.Showroom, "B2", 3);
        await bench.Send(new RecallBatchCommand("B1", "农残复检"));
        Assert.Empty((await bench.Sell(sku, 2)).Tasks); // what may be sold is taken to be what was sold

        var scanned = await bench.Send(bench.Sale(sku, 1) with { Lines = [new RungLine(1, sku, Batch: "B1")] });
        Assert.Equal((SaleTask.BatchUnsellable, 1L), (scanned.Tasks.Single().Kind, scanned.Tasks.Single().Actual));
        Assert.Equal((SaleTask.BatchUnsellable, 2L), (await bench.Sell(sku, 3)).Tasks.Select(x => (x.Kind, x.Actual)).Single());

        var file = await bench.Send(new ReadRecallQuery((await bench.Send(new ReadRecallsQuery())).Items.Single().Id));
        Assert.Equal([2L, 1], file.Sales.Select(x => x.Quantity));
        Assert.Empty(file.Shelves);

        await Receive(Bench.Showroom, "B3", 5);
        var gone = await bench.Send(bench.Sale(sku, 1) with { Lines = [new RungLine(1, sku, Batch: "B1")] }); // the books have none of it left
        Assert.Equal(SaleTask.BatchUnsellable, gone.Tasks.Single().Kind);
    }

    [Fact]
    public async Task Goods_of_a_recalled_batch_that_come_later_are_blocked_too_whatever_their_sku()
    {
        await Receive(Bench.Warehouse, "B1", 1);
        await bench.Send(new RecallBatchCommand("B1", "农残复检"));
        sku = await bench.Goods();
        await Receive(Bench.Warehouse, "B1", 4);
        Assert.Equal(0, await bench.Shown(sku));
        Assert.Equal(4, (await bench.Balance(sku, Bench.Warehouse)).Blocked);
    }

    [Fact]
    public async Task A_batch_is_recalled_once_at_a_time_and_only_when_it_is_known()
    {
        await Receive(Bench.Warehouse, "B1", 1);
        await Assert.ThrowsAsync<NotFound>(() => bench.Send(new RecallBatchCommand("B9", "农残复检")));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try { return (await bench.Send(new RecallBatchCommand("B1", "农残复检"))).Id; }
            catch (RuleBroken problem) when (problem.Code == "recall.open") { return Guid.Empty; }
        })));
        var recall = Assert.Single(answers, x => x != Guid.Empty);
        await bench.Send(new LiftRecallCommand(recall, "复检合格"));
        Assert.Equal("recall.lifted", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new LiftRecallCommand(recall, "复检合格")))).Code);
    }

    [Fact]
    public async Task When_the_expiry_day_is_over_the_shop_shows_it_promises_are_made_right_and_lifting_a_recall_does_not_bring_it_back()
    {
        await Receive(Bench.Warehouse, "B1", 5, bench.Clock.Today());
        var promised = await bench.Reserve(sku, 2);
        var recall = await bench.Send(new RecallBatchCommand("B1", "农残复检"));
        await bench.Send(new LiftRecallCommand(recall.Id, "复检合格"));
        await Receive(Bench.Showroom, "B2", 2);
        promised = await bench.Reserve(sku, 4, id: Guid.CreateVersion7());
        bench.Clock.Advance(TimeSpan.FromHours(7));
        await RunJob();

        Assert.Equal(0, await bench.Shown(sku));
        Assert.Equal(["recall", "expired"], (await bench.Sent<StockShorted>()).Select(x => x.Cause).Distinct());
        recall = await bench.Send(new RecallBatchCommand("B1", "农残复检"));
        await bench.Send(new LiftRecallCommand(recall.Id, "复检合格"));
        Assert.Equal(BatchState.Expired, await bench.Look(db => db.Batches.Where(x => x.Code == "B1").Select(x => x.State).FirstAsync()));
        Assert.NotEqual(Guid.Empty, promised);
    }

    private async Task RunJob()
    {
        await using var scope = bench.Services.CreateAsyncScope();
        await new ExpireBatchesJob(scope.ServiceProvider.GetRequiredService<ShowroomDb>(), scope.ServiceProvider.GetRequiredService<IMediator>(), bench.Clock, NullLogger<ExpireBatchesJob>.Instance).Run(CancellationToken.None);
    }

    private Task Receive(Guid place, string batch, long quantity, DateOnly? expiresOn = null) => bench.Send(new ReceiveGoodsCommand(place, [new ReceivedLine(sku, quantity, batch, expiresOn)]));

    private Task<ReservationState> StateOf(Guid id) => bench.Look(db => db.Reservations.Where(x => x.Id == id).Select(x => x.State).FirstAsync());
}
