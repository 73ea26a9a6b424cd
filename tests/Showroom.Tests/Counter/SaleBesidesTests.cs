using CsCheck;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Approvals;
using ZhongFu.Showroom.Approvals.ApproveDeed;
using ZhongFu.Showroom.Approvals.ChoosePin;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Counter.RecordSale;
using ZhongFu.Showroom.ShelfItems;
using ZhongFu.Showroom.ShelfItems.KeepShelfItems;

namespace ZhongFu.Showroom.Tests.Counter;

/// <summary>Discounts, members, sub-centres, tenders and labels of scales: what a sale carries beside goods.</summary>
public sealed class SaleBesidesTests : IAsyncLifetime
{
    private Bench bench = null!;
    private Guid sku;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        sku = await bench.Goods(showroom: 100, priceFen: 1000);
        await bench.Look(db => { db.Add(AccountBuyer.Of("D001", "食堂", 5000)); return db.SaveChangesAsync(); });
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public void A_cart_discount_is_spread_to_the_fen_and_no_line_falls_below_zero() =>
        Gen.Select(Gen.Long[0, 2000].Array[1, 9], Gen.Double[0, 1]).Sample((amounts, share) =>
        {
            var discount = (long)(amounts.Sum() * share);
            var shares = Sale.Spread(discount, amounts);
            return shares.Sum() == discount && shares.Zip(amounts).All(x => x.First >= 0 && x.First <= x.Second);
        });

    [Fact]
    public async Task Discounts_of_lines_and_cart_come_off_and_stay_on_the_receipt()
    {
        var sale = await bench.Send(bench.Sale(sku, 3, 2500) with { Lines = [new RungLine(3, sku, DiscountFen: 200)], DiscountFen = 300 });
        Assert.Equal((2500, 0, 0), (sale.TotalFen, sale.ChangeFen, sale.Tasks.Count));
        Assert.Equal(500, await bench.Look(db => db.Sales.Select(x => x.DiscountFen).SingleAsync()));
    }

    [Fact]
    public async Task A_discount_above_the_limit_needs_a_managers_code_or_becomes_a_task()
    {
        var slip = bench.Sale(sku, 3, 1500) with { DiscountFen = 1500 };
        Assert.Equal(new OpenTask(SaleTask.DiscountUnapproved, null, 1000, 1500), Assert.Single((await bench.Send(slip)).Tasks));

        var manager = new Actor(Guid.CreateVersion7(), "user:m", "manager", new Dictionary<string, Scope> { [ShowroomPermissions.Approve] = Scope.Organisation });
        await bench.Send(new ChoosePinCommand("246810"), actor: manager);
        var approval = await bench.Send(new ApproveDeedCommand("till-0001", nameof(Deed.Discount), "manager", "246810"));
        var approved = await bench.Send(bench.Sale(sku, 3, 1500) with { DiscountFen = 1500, ApprovalId = approval.Id });
        Assert.Empty(approved.Tasks);
        Assert.Equal("manager", await bench.Look(db => db.Sales.Where(x => x.Id == approved.Id).Select(x => x.ApprovedBy).SingleAsync()));
        Assert.Single((await bench.Send(bench.Sale(sku, 3, 1500) with { DiscountFen = 1500, ApprovalId = approval.Id })).Tasks);
    }

    [Fact]
    public async Task A_discount_above_the_goods_is_refused()
    {
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(bench.Sale(sku, 1) with { Lines = [new RungLine(1, sku, DiscountFen: 1001)] }));
        Assert.Equal("sale.discount-above-total", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(bench.Sale(sku, 1) with { DiscountFen = 1001 }))).Code);
    }

    [Fact]
    public async Task A_members_phone_is_kept_masked_only()
    {
        var sale = await bench.Send(bench.Sale(sku, 1) with { MemberPhone = "13800138000" });
        Assert.Equal("138****8000", await bench.Look(db => db.Sales.Where(x => x.Id == sale.Id).Select(x => x.MemberPhone).SingleAsync()));
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(bench.Sale(sku, 1) with { MemberPhone = "12345" }));
        Assert.Empty((await bench.Send(bench.Sale(sku, 1) with { MemberPhone = "12345", Offline = true })).Tasks);
    }

    [Fact]
    public async Task A_sale_counts_for_a_sub_centre()
    {
        await bench.Send(bench.Sale(sku, 1) with { SubCentreId = Bench.SubCentre });
        Assert.Equal(Bench.SubCentre, await bench.Look(db => db.Sales.Select(x => x.SubCentreId).SingleAsync()));
        Assert.Equal(SaleTask.SubCentreUnknown, Assert.Single((await bench.Send(bench.Sale(sku, 1) with { SubCentreId = Bench.Warehouse })).Tasks).Kind);
    }

    [Fact]
    public async Task Several_tenders_pay_one_sale_and_change_comes_out_of_cash()
    {
        var sale = await bench.Send(bench.Sale(sku, 5) with { Tenders = [new("Card", 2000, "slip-1"), new("Voucher", 1000, "V-1"), new("Cash", 2500)] });
        Assert.Equal((5000, 500), (sale.TotalFen, sale.ChangeFen));
        Assert.Equal([2000L, 1000L, 2000L], await bench.Look(db => db.DrawerEntries.OrderBy(x => x.Line).Select(x => x.AmountFen).ToListAsync()));
    }

    [Fact]
    public async Task A_voucher_pays_once()
    {
        RecordSaleCommand With(params string[] codes) => bench.Sale(sku, codes.Length) with { Tenders = [.. codes.Select(x => new GivenTender("Voucher", 1000, x))] };
        await bench.Send(With("V-1"));
        Assert.Equal("voucher.used", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(With("v-1 ")))).Code);
        Assert.Equal(SaleTask.VoucherTwice, Assert.Single((await bench.Send(With("V-1") with { Offline = true })).Tasks).Kind);
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(With("V-2", "v-2")));
        var both = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => { try { await bench.Send(With("V-3")); return true; } catch (RuleBroken) { return false; } }));
        Assert.Single(both, true);
    }

    [Fact]
    public async Task On_account_above_the_limit_is_sold_with_a_task()
    {
        RecordSaleCommand OnAccount(int pieces) => bench.Sale(sku, pieces) with { Tenders = [new("OnAccount", pieces * 1000)], AccountCode = "D001" };
        Assert.Empty((await bench.Send(OnAccount(4))).Tasks);
        Assert.Equal(new OpenTask(SaleTask.OverLimit, null, 5000, 6000), Assert.Single((await bench.Send(OnAccount(2))).Tasks));
        Assert.Equal(6000, await bench.Look(db => db.AccountBuyers.Select(x => x.OwedFen).SingleAsync()));
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(OnAccount(1) with { AccountCode = "D999" }));
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(OnAccount(1) with { AccountCode = null }));
        Assert.Equal(SaleTask.AccountUnknown, Assert.Single((await bench.Send(OnAccount(1) with { AccountCode = "D999", Offline = true })).Tasks).Kind);
    }

    [Fact]
    public async Task Goods_nobody_knows_are_a_task_when_they_were_sold_without_a_link()
    {
        var slip = bench.Sale(sku, 1) with { Lines = [new RungLine(2, Barcode: Bench.FreshBarcode(), PriceFen: 500, Name: "手写商品"), new RungLine(1, sku)], Offline = true };
        var sale = await bench.Send(slip);
        Assert.Equal((2000, SaleTask.UnknownGoods), (sale.TotalFen, Assert.Single(sale.Tasks).Kind));
        Assert.Equal(99, (await bench.Balance(sku, Bench.Showroom)).OnHand);
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(slip with { LocalNumber = 999, Offline = false }));
    }

    [Fact]
    public async Task The_tills_own_total_is_compared()
    {
        Assert.Empty((await bench.Send(bench.Sale(sku, 1) with { TotalFen = 1000 })).Tasks);
        Assert.Equal(new OpenTask(SaleTask.TotalDiffers, null, 1000, 999), Assert.Single((await bench.Send(bench.Sale(sku, 1) with { TotalFen = 999 })).Tasks));
    }

    [Theory]
    [InlineData("22000110125", 500)] // 1250 g of goods at 1000 fen for 2500 g
    [InlineData("22000110000", 0)]
    [InlineData("23000110199", 1990)]
    [InlineData("22999910100", 0)]
    [InlineData("29000110100", 0)]
    public async Task Labels_of_the_scales_carry_weight_or_price(string ten, long fen)
    {
        await bench.Send(new KeepShelfItemCommand(Bench.Offer(sku, 1000, "6900000000014"), bench.Now));
        var body = ten + "0";
        var slip = bench.Sale(sku, 1) with { Lines = [new RungLine(1, Barcode: body + ScannedCode.CheckDigit(body))] };
        if (fen == 0) await Assert.ThrowsAsync<ValidationException>(() => bench.Send(slip));
        else Assert.Equal(fen, (await bench.Send(slip)).TotalFen);
    }

    [Fact]
    public async Task A_receipts_address_is_the_tills_if_it_is_free()
    {
        var token = new string('a', 22);
        Assert.Equal("/r/" + token, (await bench.Send(bench.Sale(sku, 1) with { ReceiptToken = token })).ReceiptPath);
        Assert.NotEqual("/r/" + token, (await bench.Send(bench.Sale(sku, 1) with { ReceiptToken = token })).ReceiptPath);
    }
}
