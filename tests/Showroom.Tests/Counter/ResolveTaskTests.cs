using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Counter.ListTasks;
using ZhongFu.Showroom.Counter.ReadSale;
using ZhongFu.Showroom.Counter.ResolveTask;

namespace ZhongFu.Showroom.Tests.Counter;

public sealed class ResolveTaskTests
{
    [Fact]
    public async Task What_did_not_fit_is_settled_once_with_a_note()
    {
        await using var bench = await Bench.Start();
        var sku = await bench.Goods(showroom: 1);
        await bench.Sell(sku, 3);
        var task = Assert.Single((await bench.Send(new ListTasksQuery())).Items);
        Assert.Equal((SaleTask.StockShort, 1, 3), (task.Kind, task.Expected, task.Actual));

        var settled = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => { try { await bench.Send(new ResolveTaskCommand(task.Id, $"盘点 {i}")); return true; } catch (RuleBroken problem) when (problem.Code == "task.settled") { return false; } }));
        Assert.Single(settled, true);
        Assert.Empty((await bench.Send(new ListTasksQuery())).Items);
        Assert.StartsWith("盘点", Assert.Single((await bench.Send(new ListTasksQuery(Settled: true))).Items).Note, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotFound>(() => bench.Send(new ResolveTaskCommand(Guid.CreateVersion7(), "x")));
    }

    [Fact]
    public async Task A_receipt_is_found_by_its_secret_alone()
    {
        await using var bench = await Bench.Start();
        var sale = await bench.Sell(await bench.Goods(showroom: 5), 1);
        Assert.Equal(sale.Number, (await bench.Send(new ReadSaleQuery(default, sale.ReceiptPath["/r/".Length..]))).Number);
        await Assert.ThrowsAsync<NotFound>(() => bench.Send(new ReadSaleQuery(sale.Id, "aaaaaaaaaaaaaaaaaaaaaaaa")));
    }
}
