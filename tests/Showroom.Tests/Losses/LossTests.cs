using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Losses;
using ZhongFu.Showroom.Losses.DecideLoss;
using ZhongFu.Showroom.Losses.RecordLoss;
using ZhongFu.Showroom.Losses.ReportLosses;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Receiving.ReceiveGoods;
using ZhongFu.Showroom.Transfers.DispatchTransfer;
using ZhongFu.Showroom.Transfers.RequestTransfer;

namespace ZhongFu.Showroom.Tests.Losses;

public sealed class LossTests : IAsyncLifetime
{
    private static readonly Actor Second = new(Guid.CreateVersion7(), "user:second", "second", new Dictionary<string, Scope>());
    private Bench bench = null!;
    private Guid sku;
    private Guid quarantine;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        sku = await bench.Goods(warehouse: 100, priceFen: 1000);
        quarantine = await Place(LocationKind.Quarantine);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Theory, InlineData("Damaged", "Loss"), InlineData("Donated", "Donation"), InlineData("ReturnedToSupplier", "Supplier")]
    public async Task A_small_loss_leaves_the_shelf_at_once_for_where_its_cause_says(string cause, string destination)
    {
        var kind = Enum.Parse<LocationKind>(destination);
        var before = await At(kind);
        var loss = await Record(50, cause);
        Assert.Equal(("BS20261123-001", 50_000L, "Booked"), (loss.Number, loss.ValueFen, loss.State));
        Assert.Equal(50, await At(kind) - before);
        Assert.Equal(50, await bench.Shown(sku));
    }

    [Fact]
    public async Task A_loss_above_the_limit_waits_in_quarantine_for_the_signature_of_somebody_else()
    {
        var loss = await Record(51);
        Assert.Equal("Waiting", loss.State);
        Assert.Equal((49L, 51L, 0L), await Standing());
        Assert.Equal(49, await bench.Shown(sku));
        Assert.Equal("loss.own-record", await Refused(new DecideLossCommand(loss.Id, true)));
        await bench.Send(new DecideLossCommand(loss.Id, true), actor: Second);
        Assert.Equal((49L, 0L, 51L), await Standing());
        Assert.Equal("loss.decided", await Refused(new DecideLossCommand(loss.Id, false, "?"), Second));
    }

    [Fact]
    public async Task Refused_goods_are_back_on_their_shelf_by_batch()
    {
        await bench.Send(new ReceiveGoodsCommand(Bench.Warehouse, [new ReceivedLine(sku, 60, "B1", bench.Clock.Today().AddDays(9))]));
        var loss = await Record(80);
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new DecideLossCommand(loss.Id, false), actor: Second));
        await bench.Send(new DecideLossCommand(loss.Id, false, "数量不对"), actor: Second);
        Assert.Equal((160L, 0L, 0L), await Standing());
        Assert.Equal(60, await bench.Look(db => db.BatchBalances.Where(x => x.SkuId == sku && x.LocationId == Bench.Warehouse && x.Batch == "B1").Select(x => x.OnHand).FirstAsync()));
        Assert.Equal(160, await bench.Shown(sku));
    }

    [Fact]
    public async Task Ten_who_sign_at_once_write_off_once()
    {
        var loss = await Record(60);
        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Refused(new DecideLossCommand(loss.Id, i % 2 == 0, "?"), Second))));
        Assert.Equal(9, tries.Count(x => x == "loss.decided"));
    }

    [Fact]
    public async Task What_is_broken_is_broken_though_it_was_promised_and_the_promise_is_made_right()
    {
        var scarce = await bench.Goods(warehouse: 5, showroom: 2);
        var order = await bench.Reserve(scarce, 5);
        await bench.Send(new RecordLossCommand(Bench.Warehouse, "Damaged", "Carrier", [new(scarce, null, 3)], "叉车碰倒"));
        var shorted = Assert.Single(await bench.Sent<StockShorted>());
        Assert.Equal((order, "loss"), (shorted.ReservationId, shorted.Cause));
        Assert.Equal((2L, 2L), ((await bench.Balance(scarce, Bench.Warehouse)).Reserved, (await bench.Balance(scarce, Bench.Showroom)).Reserved));
        Assert.Equal("stock.short", await Refused(new RecordLossCommand(Bench.Warehouse, "Damaged", "House", [new(scarce, null, 3)], "?")));
    }

    [Fact]
    public async Task Nobody_takes_goods_out_of_quarantine_that_wait_for_a_signature()
    {
        var loss = await Record(60);
        var away = await bench.Send(new RequestTransferCommand(quarantine, Bench.Warehouse, [new(sku, null, 1)]));
        Assert.Equal("loss.waits", await Refused(new DispatchTransferCommand(away.Id)));
        Assert.Equal("loss.waits", await Refused(new RecordLossCommand(quarantine, "Damaged", "House", [new(sku, null, 1)], "?")));
        Assert.Equal("loss.waits", await Refused(new RecordLossCommand(quarantine, "Damaged", "House", [new(sku, null, 60)], "?")));
        await bench.Send(new DecideLossCommand(loss.Id, true), actor: Second);
    }

    [Fact]
    public async Task The_report_sums_by_month_cause_and_party_and_the_file_is_inert_in_a_spreadsheet()
    {
        await Record(2, "Damaged", "=HYPERLINK(\"x\")");
        await Record(3, "Damaged");
        await Record(4, "Stolen");
        var waiting = await Record(60, "Spoiled");
        var report = await Report();
        Assert.Equal([("2026-11", "Damaged", 2, 5L, 5000L), ("2026-11", "Stolen", 1, 4, 4000)], report.Sums.Select(x => (x.Month, x.Cause, x.Count, x.Pieces, x.ValueFen)));
        Assert.Equal(waiting.Id, report.Items[0].Id);
        Assert.Equal(["Damaged"], (await Report("Damaged")).Sums.Select(x => x.Cause));

        var file = LossFile.Csv(report.Items);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", file, StringComparison.Ordinal);
        Assert.Equal(5, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(",10.00,20.00,", file, StringComparison.Ordinal);
        await bench.Send(new DecideLossCommand(waiting.Id, true), actor: Second);
        Assert.Equal(60_000, (await Report("Spoiled")).Sums.Single().ValueFen);
    }

    [Fact]
    public async Task A_loss_that_makes_no_sense_is_refused_with_the_field_named()
    {
        var right = new RecordLossCommand(Bench.Warehouse, "Damaged", "House", [new(sku, null, 1)], "?");
        foreach (var (field, wrong) in new (string, RecordLossCommand)[]
        {
            ("LocationId", right with { LocationId = Guid.CreateVersion7() }), ("Cause", right with { Cause = "InTransit" }), ("Cause", right with { Cause = "Eaten" }), ("Party", right with { Party = "Nobody" }), ("Note", right with { Note = " " }),
            ("Lines", right with { Lines = [] }), ("Lines[0].Quantity", right with { Lines = [new(sku, null, -1)] }), ("Lines[0].SkuId", right with { Lines = [new(Guid.CreateVersion7(), null, 1)] }), ("Lines[0]", right with { Cause = "Expired" }),
        })
        {
            var problem = await Assert.ThrowsAsync<ValidationException>(() => bench.Send(wrong));
            Assert.Contains(field, problem.Errors.Select(x => x.PropertyName));
        }
        Assert.Equal(100, await bench.Shown(sku));
    }

    private Task<RecordedLoss> Record(long quantity, string cause = "Damaged", string note = "?") => bench.Send(new RecordLossCommand(Bench.Warehouse, cause, "House", [new(sku, null, quantity)], note));

    private Task<LossReport> Report(string? cause = null) => bench.Send(new ReportLossesQuery(new(2026, 11, 1), new(2026, 11, 30), null, cause));

    private async Task<string?> Refused<T>(MediatR.IRequest<T> command, Actor? actor = null)
    {
        try { await bench.Send(command, actor: actor); return null; }
        catch (RuleBroken problem) { return problem.Code; }
    }

    private Task<Guid> Place(LocationKind kind) => bench.Look(db => db.Locations.Where(x => x.Kind == kind).Select(x => x.Id).FirstAsync());

    private async Task<long> At(LocationKind kind) => (await bench.Balance(sku, await Place(kind))).OnHand;

    private async Task<(long Warehouse, long Quarantine, long Lost)> Standing() => ((await bench.Balance(sku, Bench.Warehouse)).OnHand, (await bench.Balance(sku, quarantine)).OnHand, await At(LocationKind.Loss));
}
