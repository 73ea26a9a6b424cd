using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Receiving.ReceiveGoods;
using ZhongFu.Showroom.Stocktakes.JudgeStocktake;
using ZhongFu.Showroom.Stocktakes.ReadStocktakes;
using ZhongFu.Showroom.Stocktakes.RecordCounts;
using ZhongFu.Showroom.Stocktakes.StartStocktake;
using ZhongFu.Showroom.Stocktakes.SubmitStocktake;

namespace ZhongFu.Showroom.Tests.Stocktakes;

public sealed class StocktakeTests : IAsyncLifetime
{
    private static readonly Actor Ann = Person("ann", ShowroomPermissions.CountStock);
    private static readonly Actor Bob = Person("bob", ShowroomPermissions.CountStock);
    private static readonly Actor Manager = Person("manager", ShowroomPermissions.CountStock, ShowroomPermissions.ApproveCounts);
    private static readonly Actor District = Person("district", ShowroomPermissions.ApproveCounts, ShowroomPermissions.ApproveLargeCounts);
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task What_moves_before_the_count_and_after_it_is_no_difference()
    {
        var sku = await bench.Goods(showroom: 10);
        var id = await Start();
        await bench.Sell(sku, 3);
        await bench.Receive(sku, Bench.Showroom, 5);
        await Count(id, sku, 11); // 10 - 3 + 5 by the books: one is missing
        await bench.Sell(sku, 4);
        await Finish(id);
        Assert.Equal(7, (await bench.Balance(sku, Bench.Showroom)).OnHand);
        Assert.Equal(7, await bench.Shown(sku));
    }

    [Fact]
    public async Task Each_batch_is_counted_and_pieces_found_come_to_life_under_their_batch()
    {
        var sku = await bench.Goods();
        await bench.Send(new ReceiveGoodsCommand(Bench.Showroom, [new ReceivedLine(sku, 4, "B1", bench.Clock.Today().AddDays(9))]));
        var id = await Start();
        await bench.Send(new RecordCountsCommand(id, [new(sku, "B1", 3), new(sku, "B2", 2), new(sku, "", 1)]), actor: Ann);
        await Finish(id);
        Assert.Equal([("", 1L), ("B1", 3L), ("B2", 2L)], await bench.Look(async db =>
            (await db.BatchBalances.Where(x => x.SkuId == sku && x.LocationId == Bench.Showroom && x.OnHand != 0).OrderBy(x => x.Batch).ToListAsync()).Select(x => (x.Batch, x.OnHand))));
    }

    [Fact]
    public async Task Goods_sold_before_they_were_booked_in_are_set_right()
    {
        var sku = await bench.Goods(showroom: 1);
        await bench.Sell(sku, 3);
        var id = await Start();
        await Count(id, sku, 0);
        await Finish(id);
        Assert.Equal(0, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task Who_counts_sees_nothing_of_what_is_expected()
    {
        var sku = await bench.Goods(showroom: 10);
        var id = await Start();
        await Count(id, sku, 9);
        Assert.Null((await Sheet(id, Ann)).DifferenceFen);
        Assert.All((await Sheet(id, Manager)).Lines, x => Assert.Null(x.Expected));
        await bench.Send(new SubmitStocktakeCommand(id, true), actor: Ann);
        Assert.All((await Sheet(id, Ann)).Lines, x => Assert.Equal((null, null), (x.Expected, x.Difference)));
        var seen = Assert.Single((await Sheet(id, Manager)).Lines, x => x.SkuId == sku);
        Assert.Equal((10L, 9L, -1L, -1000L), (seen.Expected, seen.Counted, seen.Difference, seen.DifferenceFen));
    }

    [Fact]
    public async Task A_large_difference_is_counted_again_by_somebody_else()
    {
        var sku = await bench.Goods(showroom: 10);
        var id = await Start();
        Assert.Equal(1, (await Count(id, sku, 5)).ToRecount);
        Assert.Equal(1, (await Count(id, sku, 4)).ToRecount); // the same eyes again
        Assert.Equal("stocktake.recount-missing", await Refused(new SubmitStocktakeCommand(id, true), Ann));
        Assert.Equal(0, (await Count(id, sku, 4, Bob)).ToRecount);
        await bench.Send(new SubmitStocktakeCommand(id, true), actor: Ann);
        Assert.Equal("stocktake.own-count", await Refused(new JudgeStocktakeCommand(id, StocktakeVerdict.Post), Ann));
        Assert.Equal("stocktake.own-count", await Refused(new JudgeStocktakeCommand(id, StocktakeVerdict.Post), Bob));
        await bench.Send(new JudgeStocktakeCommand(id, StocktakeVerdict.Post), actor: Manager);
        Assert.Equal(4, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task Differences_of_great_value_are_judged_by_the_district()
    {
        var sku = await bench.Goods(showroom: 10, priceFen: 20_000);
        var id = await Start();
        await Count(id, sku, 5);
        await Count(id, sku, 5, Bob);
        await bench.Send(new SubmitStocktakeCommand(id, true), actor: Ann);
        Assert.Equal("stocktake.too-large", await Refused(new JudgeStocktakeCommand(id, StocktakeVerdict.Post), Manager));
        await bench.Send(new JudgeStocktakeCommand(id, StocktakeVerdict.Post), actor: District);
        Assert.Equal(5, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task Goods_that_are_not_there_are_no_longer_promised()
    {
        var sku = await bench.Goods(showroom: 5);
        var order = await bench.Reserve(sku, 4);
        var id = await Start();
        await Count(id, sku, 2);
        await Finish(id);
        var shorted = Assert.Single(await bench.Sent<StockShorted>());
        Assert.Equal(order, shorted.ReservationId);
        Assert.Equal((2L, 2L), await bench.Look(async db => { var x = await db.Balances.SingleAsync(b => b.SkuId == sku && b.LocationId == Bench.Showroom); return (x.OnHand, x.Reserved); }));
    }

    [Fact]
    public async Task Twenty_who_post_at_once_post_once()
    {
        var sku = await bench.Goods(showroom: 10);
        var id = await Start();
        await Count(id, sku, 8);
        await bench.Send(new SubmitStocktakeCommand(id, true), actor: Ann);
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Refused(new JudgeStocktakeCommand(id, StocktakeVerdict.Post), Manager))));
        Assert.Equal(19, tries.Count(x => x == "stocktake.not-submitted"));
        Assert.Equal(8, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task A_count_is_sent_back_or_given_up_and_nothing_moves()
    {
        var sku = await bench.Goods(showroom: 10);
        var id = await Start();
        Assert.Equal("stocktake.nothing-counted", await Refused(new SubmitStocktakeCommand(id), Ann));
        await Count(id, sku, 9);
        await bench.Send(new SubmitStocktakeCommand(id, true), actor: Ann);
        Assert.Equal("stocktake.not-counting", await Refused(new RecordCountsCommand(id, [new(sku, null, 8)]), Bob));
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new JudgeStocktakeCommand(id, StocktakeVerdict.SendBack, " "), actor: Manager));
        await bench.Send(new JudgeStocktakeCommand(id, StocktakeVerdict.SendBack, "再点一次"), actor: Manager);
        await Count(id, sku, 10, Bob);
        await bench.Send(new JudgeStocktakeCommand(id, StocktakeVerdict.Cancel, "改日再盘"), actor: Manager);
        Assert.Equal("stocktake.ended", await Refused(new JudgeStocktakeCommand(id, StocktakeVerdict.Cancel, "?"), Manager));
        Assert.Equal(10, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task Lines_nobody_counted_are_asked_about_and_stay_as_they_are()
    {
        var (counted, left) = (await bench.Goods(showroom: 3), await bench.Goods(showroom: 4));
        var id = (await bench.Send(new StartStocktakeCommand(Bench.Showroom, [counted, left]), actor: Ann)).Id;
        await Count(id, counted, 3);
        Assert.Equal("stocktake.uncounted", await Refused(new SubmitStocktakeCommand(id), Ann));
        await Finish(id);
        Assert.Equal(4, (await bench.Balance(left, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_the_field_named()
    {
        var sku = await bench.Goods(showroom: 1);
        var id = await Start();
        foreach (var (field, lines) in new (string, CountedPieces[])[]
            { ("Lines", []), ("Lines", [new(sku, null, 1), new(sku, "", 2)]), ("Lines[0].Quantity", [new(sku, null, -1)]), ("Lines[0].Batch", [new(sku, "<b>", 1)]), ("Lines[0].SkuId", [new(Guid.CreateVersion7(), null, 1)]) })
            Assert.Contains(field, (await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new RecordCountsCommand(id, lines), actor: Ann))).Errors.Select(x => x.PropertyName));
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new StartStocktakeCommand(Guid.CreateVersion7()), actor: Ann));
        await Assert.ThrowsAsync<NotFound>(() => bench.Send(new RecordCountsCommand(Guid.CreateVersion7(), [new(sku, null, 1)]), actor: Ann));
    }

    private async Task<Guid> Start() => (await bench.Send(new StartStocktakeCommand(Bench.Showroom), actor: Ann)).Id;

    private Task<CountResult> Count(Guid id, Guid sku, long pieces, Actor? actor = null) => bench.Send(new RecordCountsCommand(id, [new(sku, null, pieces)]), actor: actor ?? Ann);

    private async Task Finish(Guid id)
    {
        await bench.Send(new SubmitStocktakeCommand(id, true), actor: Ann);
        await bench.Send(new JudgeStocktakeCommand(id, StocktakeVerdict.Post), actor: Manager);
    }

    private Task<StocktakeSheet> Sheet(Guid id, Actor actor) => bench.Send(new ReadStocktakeQuery(id), actor: actor);

    private async Task<string?> Refused<T>(MediatR.IRequest<T> command, Actor actor)
    {
        try { await bench.Send(command, actor: actor); return null; }
        catch (RuleBroken problem) { return problem.Code; }
    }

    private static Actor Person(string name, params string[] permissions) => new(Guid.CreateVersion7(), $"user:{name}", name, permissions.ToDictionary(x => x, _ => Scope.Organisation));
}
