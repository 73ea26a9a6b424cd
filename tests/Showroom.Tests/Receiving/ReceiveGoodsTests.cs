using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Receiving.ReceiveGoods;

namespace ZhongFu.Showroom.Tests.Receiving;

public sealed class ReceiveGoodsTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task Received_goods_can_be_ordered_at_once_and_are_in_the_audit_log()
    {
        var sku = await bench.Goods();
        var receipt = await bench.Send(new ReceiveGoodsCommand(Bench.Warehouse, [new ReceivedLine(sku, 7, "XW20261120"), new ReceivedLine(sku, 3)]));

        Assert.Equal(10, await bench.Shown(sku));
        var movements = await bench.Look(db => db.Movements.Where(x => x.SubjectId == receipt.Id).OrderBy(x => x.Key).ToListAsync());
        Assert.Equal([("XW20261120", 7L), (null, 3L)], movements.Select(x => (x.Batch, x.Quantity)));
        Assert.Equal(1, await bench.Look(db => db.Audit.CountAsync(x => x.Action == "showroom.receipt" && x.Subject == receipt.Id.ToString())));
    }

    [Fact]
    public async Task The_same_key_receives_once()
    {
        var sku = await bench.Goods();
        var command = new ReceiveGoodsCommand(Bench.Warehouse, [new ReceivedLine(sku, 7)]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.Send(command, "key"))));

        Assert.Single(answers.Select(x => x.Id).Distinct());
        Assert.Equal(7, await bench.Shown(sku));
    }

    [Fact]
    public async Task A_movement_posts_only_once()
    {
        var sku = await bench.Goods(warehouse: 1);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => bench.Look(async db =>
        {
            var supplier = await db.Locations.Where(x => x.Kind == LocationKind.Supplier).Select(x => x.Id).FirstAsync();
            db.AddRange(StockMovement.Receipt(sku, 1, sku, null, supplier, Bench.Warehouse, 1, bench.Now, "x"), StockMovement.Receipt(sku, 1, sku, null, supplier, Bench.Warehouse, 1, bench.Now, "x"));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_receipt_that_makes_no_sense_is_refused_with_the_field_named()
    {
        var sku = await bench.Goods();
        foreach (var (field, spoil) in BadReceipts)
        {
            var problem = await Assert.ThrowsAsync<ValidationException>(() => bench.Send(spoil(new ReceiveGoodsCommand(Bench.Warehouse, [new ReceivedLine(sku, 1)]))));
            Assert.Contains(field, problem.Errors.Select(x => x.PropertyName));
        }
        Assert.Equal(0, await bench.Look(db => db.Movements.CountAsync()));
    }

    private static List<(string Field, Func<ReceiveGoodsCommand, ReceiveGoodsCommand> Spoil)> BadReceipts =>
    [
        ("LocationId", x => x with { LocationId = Guid.Empty }),
        ("LocationId", x => x with { LocationId = Guid.CreateVersion7() }),
        ("Lines", x => x with { Lines = null! }),
        ("Lines", x => x with { Lines = [] }),
        ("Lines", x => x with { Lines = [.. Enumerable.Repeat(x.Lines[0], 201)] }),
        ("Lines[0].SkuId", x => x with { Lines = [x.Lines[0] with { SkuId = Guid.CreateVersion7() }] }),
        ("Lines[0].Quantity", x => x with { Lines = [x.Lines[0] with { Quantity = 0 }] }),
        ("Lines[0].Quantity", x => x with { Lines = [x.Lines[0] with { Quantity = -3 }] }),
        ("Lines[0].Quantity", x => x with { Lines = [x.Lines[0] with { Quantity = 1_000_001 }] }),
        ("Lines[0].Batch", x => x with { Lines = [x.Lines[0] with { Batch = new string('x', 41) }] }),
        ("Lines[0].Batch", x => x with { Lines = [x.Lines[0] with { Batch = "<b>" }] }),
    ];

    [Fact]
    public async Task Nothing_is_received_at_a_place_that_only_balances_the_books()
    {
        var sku = await bench.Goods();
        var customer = await bench.Look(db => db.Locations.Where(x => x.Kind == LocationKind.Customer).Select(x => x.Id).FirstAsync());
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new ReceiveGoodsCommand(customer, [new ReceivedLine(sku, 1)])));
    }
}
