using CsCheck;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Approvals;
using ZhongFu.Showroom.Approvals.ApproveDeed;
using ZhongFu.Showroom.Approvals.ChoosePin;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Counter.CountReprint;
using ZhongFu.Showroom.Counter.RecordSale;
using ZhongFu.Showroom.Counter.FindReceipt;
using ZhongFu.Showroom.Counter.ReturnGoods;
using ZhongFu.Showroom.Counter.VoidSale;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Shifts.CloseShift;

namespace ZhongFu.Showroom.Tests.Counter;

public sealed class ReturnGoodsTests : IAsyncLifetime
{
    private Bench bench = null!;
    private Guid sku;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        sku = await bench.Goods(showroom: 50, priceFen: 1000);
        await bench.Look(db => { db.Add(AccountBuyer.Of("D001", "食堂", 100_000)); return db.SaveChangesAsync(); });
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task Goods_come_back_by_receipt_and_the_money_the_way_it_came()
    {
        var sale = await bench.Send(bench.Sale(sku, 5) with { Tenders = [new("OnAccount", 3000), new("Cash", 2500)], AccountCode = "D001" });
        var back = await Return(sale.Id, 4);

        Assert.Equal(4000, back.TotalFen);
        Assert.Equal([new WantedRefund("OnAccount", 3000), new WantedRefund("Cash", 1000)], back.Refunds);
        Assert.Equal("TH01-20261123-0002", back.Number);
        Assert.Equal(49, (await bench.Balance(sku, Bench.Showroom)).OnHand);
        Assert.Equal(49, await bench.Shown(sku));
        Assert.Equal(0, await bench.Look(db => db.AccountBuyers.Select(x => x.OwedFen).SingleAsync()));
        var fact = Assert.Single(await bench.Sent<CounterReturnRecorded>());
        Assert.Equal((back.Id, sale.Id), (fact.ReturnId, fact.SaleId));
    }

    [Theory]
    [InlineData("Restock", nameof(LocationKind.Showroom))]
    [InlineData("Quarantine", nameof(LocationKind.Quarantine))]
    [InlineData("Destroy", nameof(LocationKind.Loss))]
    public async Task Goods_go_where_the_cashier_says(string fate, string kind)
    {
        var sale = await bench.Sell(sku, 2);
        await bench.Send(new ReturnGoodsCommand("till-0001", sale.Id, [new(2, fate, 1)], "坏果"));
        var to = await bench.Look(db => db.Movements.Where(x => x.Cause == MovementCause.CounterReturn).Select(x => x.ToId).SingleAsync());
        Assert.Equal(kind, (await bench.Look(db => db.Locations.Where(x => x.Id == to).Select(x => x.Kind).SingleAsync())).ToString());
    }

    [Fact]
    public async Task Never_more_comes_back_than_was_sold()
    {
        var sale = await bench.Sell(sku, 3);
        await Return(sale.Id, 2);
        Assert.Equal("return.above-sold", (await Assert.ThrowsAsync<RuleBroken>(() => Return(sale.Id, 2))).Code);
        await Return(sale.Id, 1);
        Assert.Equal("return.above-sold", (await Assert.ThrowsAsync<RuleBroken>(() => Return(sale.Id, 1))).Code);
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new ReturnGoodsCommand("till-0001", sale.Id, [new(1, "Restock", 7)], "x")));
        await Assert.ThrowsAsync<NotFound>(() => Return(Guid.CreateVersion7(), 1));
    }

    [Fact]
    public async Task Refunds_never_exceed_what_came_in_that_way()
    {
        var sale = await bench.Send(bench.Sale(sku, 3) with { Tenders = [new("Card", 1000), new("Cash", 5000)] });
        Task<RecordedReturn> Back(params WantedRefund[] refunds) => bench.Send(new ReturnGoodsCommand("till-0001", sale.Id, [new(2, "Restock", 1)], "x", refunds));
        Assert.Equal("return.refund-above-paid", (await Assert.ThrowsAsync<RuleBroken>(() => Back(new WantedRefund("Card", 2000)))).Code);
        Assert.Equal("return.refund-above-paid", (await Assert.ThrowsAsync<RuleBroken>(() => Back(new WantedRefund("Voucher", 2000)))).Code);
        Assert.Equal("return.refund-differs", (await Assert.ThrowsAsync<RuleBroken>(() => Back(new WantedRefund("Cash", 1999)))).Code);
        Assert.Equal(2000, (await Back(new WantedRefund("Cash", 2000))).TotalFen);
        Assert.Equal([new WantedRefund("Card", 1000)], (await Return(sale.Id, 1)).Refunds);
    }

    [Fact]
    public async Task Two_tills_that_take_one_receipt_back_at_once_take_it_once()
    {
        var sale = await bench.Sell(sku, 3);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try { await bench.Send(new ReturnGoodsCommand($"till-000{i}", sale.Id, [new(2, "Restock", 1)], "x")); return true; }
            catch (RuleBroken problem) when (problem.Code == "return.above-sold") { return false; }
        }));
        Assert.Single(outcomes, true);
        Assert.Equal(49, (await bench.Balance(sku, Bench.Showroom)).OnHand);
    }

    [Fact]
    public async Task Parts_of_a_discounted_line_add_up_to_it_to_the_fen() =>
        await Gen.Select(Gen.Long[1, 7], Gen.Long[0, 999]).SampleAsync(async (pieces, discount) =>
        {
            var sale = await bench.Send(bench.Sale(sku, pieces) with { DiscountFen = discount });
            var sum = 0L;
            for (var i = 0; i < pieces; i++) sum += (await Return(sale.Id, 1)).TotalFen;
            return sum == sale.TotalFen;
        }, iter: 10, threads: 1);

    [Fact]
    public async Task Without_a_receipt_a_manager_signs_and_cash_goes_out()
    {
        var request = new ReturnGoodsCommand("till-0001", null, [new(1, "Quarantine", SkuId: sku, PriceFen: 900)], "无小票");
        Assert.Equal("return.needs-approval", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(request))).Code);
        await bench.Send(new ChoosePinCommand("246810"), actor: new Actor(Guid.CreateVersion7(), "user:m", "manager", new Dictionary<string, Scope> { [ShowroomPermissions.Approve] = Scope.All }));
        var approval = await bench.Send(new ApproveDeedCommand("till-0001", nameof(Deed.Return), "manager", "246810"));
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(request with { ApprovalId = approval.Id, Lines = [new(1, "Restock", SkuId: sku, PriceFen: 1001)] }));
        Assert.Equal([new WantedRefund("Cash", 900)], (await bench.Send(request with { ApprovalId = approval.Id })).Refunds);
        Assert.Equal("return.needs-approval", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(request with { ApprovalId = approval.Id }))).Code);
    }

    [Fact]
    public async Task A_void_gives_everything_back_within_its_shift_once()
    {
        var sale = await bench.Sell(sku, 3);
        var voids = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => { try { await bench.Send(new VoidSaleCommand(sale.Id, "扫错"), actor: Manager); return "done"; } catch (RuleBroken problem) { return problem.Code; } }));
        Assert.Equal(["done", "sale.void", "sale.void", "sale.void"], voids.Order(StringComparer.Ordinal));
        Assert.Equal(50, (await bench.Balance(sku, Bench.Showroom)).OnHand);
        Assert.Equal("sale.void", (await Assert.ThrowsAsync<RuleBroken>(() => Return(sale.Id, 1))).Code);
        var closed = await bench.Send(new CloseShiftCommand(sale.ShiftId, 0));
        Assert.Equal(("Closed", 0), (closed.State, closed.ExpectedFen));
        Assert.Equal((1, 3000), await bench.Look(db => db.ZReports.Select(x => new ValueTuple<int, long>(x.VoidsCount, x.VoidsFen)).SingleAsync()));
    }

    [Fact]
    public async Task A_cashier_calls_nothing_off_without_a_manager_and_a_signature_serves_once()
    {
        var (first, second) = (await bench.Sell(sku, 1), await bench.Sell(sku, 1));
        Assert.Equal("void.needs-approval", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new VoidSaleCommand(first.Id, "x")))).Code);
        await bench.Send(new ChoosePinCommand("246810"), actor: Manager);
        var wrong = await bench.Send(new ApproveDeedCommand("till-0001", nameof(Deed.Return), "manager", "246810"));
        Assert.Equal("void.needs-approval", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new VoidSaleCommand(first.Id, "x", wrong.Id)))).Code);
        var approval = await bench.Send(new ApproveDeedCommand("till-0001", nameof(Deed.Void), "manager", "246810"));
        Assert.Equal(first.TotalFen, (await bench.Send(new VoidSaleCommand(first.Id, "x", approval.Id))).TotalFen);
        Assert.Equal("void.needs-approval", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new VoidSaleCommand(second.Id, "x", approval.Id)))).Code);
        Assert.Equal("manager", await bench.Look(db => db.SaleReturns.Select(x => x.ApprovedBy).SingleAsync()));
    }

    [Fact]
    public async Task A_receipt_is_found_by_number_by_code_and_by_the_address_in_it()
    {
        var sale = await bench.Sell(sku, 3);
        await Return(sale.Id, 1);
        var token = sale.ReceiptPath["/r/".Length..];
        foreach (var text in new[] { sale.Number, " " + sale.Number.ToLowerInvariant() + " ", token, $"https://shop.example/r/{token}" })
        {
            var found = await bench.Send(new FindReceiptQuery(text));
            Assert.Equal((sale.Id, 2L, 2000L), (found!.SaleId, Assert.Single(found.Lines).Left, found.Lines[0].LeftFen));
        }
        foreach (var text in new[] { "", "PD99-20261123-0001", "https://shop.example/r/", new string('x', 300) }) Assert.Null(await bench.Send(new FindReceiptQuery(text)));
    }

    [Fact]
    public async Task A_void_after_the_close_or_after_a_return_is_refused()
    {
        var (first, second) = (await bench.Sell(sku, 1), await bench.Sell(sku, 2));
        await Return(second.Id, 1);
        Assert.Equal("void.has-returns", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new VoidSaleCommand(second.Id, "x")))).Code);
        await bench.Send(new CloseShiftCommand(first.ShiftId, 2000));
        Assert.Equal("void.shift-closed", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new VoidSaleCommand(first.Id, "x")))).Code);
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new VoidSaleCommand(first.Id, " \u200B")));
    }

    [Fact]
    public async Task Reprints_are_counted()
    {
        var sale = await bench.Sell(sku, 1);
        await bench.Send(new CountReprintCommand(sale.Id));
        Assert.Equal(2, (await bench.Send(new CountReprintCommand(sale.Id))).Reprints);
    }

    private static Actor Manager { get; } = new(Guid.CreateVersion7(), "user:m", "manager", new Dictionary<string, Scope> { [ShowroomPermissions.Approve] = Scope.All });

    private Task<RecordedReturn> Return(Guid sale, long pieces) => bench.Send(new ReturnGoodsCommand("till-0001", sale, [new(pieces, "Restock", 1)], "不新鲜"));
}
