using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Quotas;
using ZhongFu.TestKit;

namespace ZhongFu.Procurement.Tests.Quotas;

public sealed class QuotaTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task A_line_is_committed_accepted_and_paid_and_counts_once()
    {
        var offer = (await office.Offers()).First(x => x.UnitPriceFor(100) * 100 > 200_000);
        var price = offer.UnitPriceFor(100);
        var order = await office.Approved(offer.Offer.SkuId, 100);
        await Eventually.Passes(async () => Assert.Equal((100 * price, 0L, 0L), await Counted()));
        await office.Received(await office.Shipped(order, (1, 100)), 96, 4);
        await Eventually.Passes(async () => Assert.Equal((0L, 96 * price, 0L), await Counted()));

        var statement = await office.Look(db => db.Statements.AsNoTracking().SingleAsync());
        await office.Expect(HttpStatusCode.OK, "finance", $"/api/procurement/statements/{statement.Id}/verdict", new { agree = true });
        var payment = (await office.Expect(HttpStatusCode.Created, "finance", $"/api/procurement/statements/{statement.Id}/payments", new { amountFen = 1000, reference = "B-1", paidOn = "2026-11-23" })).GetProperty("id");
        await office.Expect(HttpStatusCode.NoContent, "unitadmin", $"/api/procurement/payments/{payment}/confirmation", new { confirm = true });
        await Eventually.Passes(async () => Assert.Equal((0L, 96 * price, 1000L), await Counted()));

        var sheet = await office.Get("auditor", "/api/procurement/quota");
        var unit = sheet.GetProperty("units").EnumerateArray().Single(x => x.GetProperty("acceptedFen").GetInt64() > 0);
        Assert.Equal((1000, 8_000_000L), (unit.GetProperty("ratioBp").GetInt32(), unit.GetProperty("targetFen").GetInt64()));
        var mine = (await office.Get("requester", "/api/procurement/quota")).GetProperty("lines")[0];
        Assert.Equal((true, "bulk-canteen"), (mine.GetProperty("counts").GetBoolean(), mine.GetProperty("ruleCode").GetString()));
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task What_is_cancelled_after_the_approval_is_no_longer_to_come()
    {
        var order = await office.Approved((await office.Offers())[0].Offer.SkuId, 30);
        await office.Expect(HttpStatusCode.NoContent, "requester", $"/api/procurement/purchases/{order.GetProperty("id")}/cancel", new { reason = "改期" });
        await Eventually.Passes(async () => Assert.Equal((0L, 0L, 0L), await Counted()));
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task A_counter_sale_counts_for_the_district_and_its_return_takes_it_back()
    {
        var sku = (await office.Offers()).First(x => x.Offer.IsOnSale).Offer;
        await office.Expect(HttpStatusCode.Created, "cashier", "/api/showroom/sales", new
        {
            deviceId = "TILL-1", localNumber = 1, soldAt = office.Host.Clock.GetUtcNow().UtcDateTime, lines = new[] { new { skuId = sku.SkuId, quantity = 1, priceFen = sku.PriceFen } }, tenders = new[] { new { kind = "Cash", amountFen = sku.PriceFen } },
        });
        await Eventually.Passes(async () =>
        {
            var line = Assert.Single(await office.Look(db => db.CountedLines.AsNoTracking().Where(x => x.Channel == AidChannel.Counter).ToListAsync()));
            Assert.Equal((null, true, "counter", sku.PriceFen, sku.PriceFen), (line.OrganisationId, line.Counts, line.RuleCode, line.AcceptedFen, line.PaidFen));
        });
    }

    [Fact]
    public void The_rule_tables_decide_by_day_and_kind()
    {
        var rules = new QuotaRules();
        var day = new DateOnly(2026, 11, 23);
        Assert.Equal(1000, rules.RatioFor(OrganisationKind.Canteen, CanteenMode.Own, "440307", day).RatioBp);
        Assert.Equal(0, rules.RatioFor(OrganisationKind.Union, CanteenMode.None, "440307", day).RatioBp);
        Assert.Equal(0, rules.RatioFor(OrganisationKind.Canteen, CanteenMode.Shared, "440307", day).RatioBp);
        Assert.Null(rules.RuleFor(AidChannel.Bulk, OrganisationKind.Canteen, CanteenMode.Own, new DateOnly(2024, 12, 31)));
    }

    [Fact]
    public async Task A_unit_sees_its_own_share_only_and_a_subdistrict_those_below_it()
    {
        Assert.Single((await office.Get("requester", "/api/procurement/quota")).GetProperty("units").EnumerateArray());
        var district = (await office.Get("auditor", "/api/procurement/quota")).GetProperty("units").GetArrayLength();
        var below = (await office.Get("subdistrict", "/api/procurement/quota")).GetProperty("units").GetArrayLength();
        Assert.InRange(below, 1, district - 1);
        var other = await office.Look(db => db.Organisations.Where(x => x.Code == "DW0002").Select(x => x.Id).SingleAsync());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await office.Get("requester", $"/api/procurement/quota?unitId={other}")).GetProperty("unitId").ValueKind);
    }

    [Fact]
    public async Task A_counted_line_changed_by_hand_is_found()
    {
        await office.Approved((await office.Offers())[0].Offer.SkuId, 30);
        Assert.Empty(await office.Violations());
        await office.Look(db => db.CountedLines.ExecuteUpdateAsync(x => x.SetProperty(l => l.CommittedFen, 1)));
        Assert.NotEmpty(await office.Violations());
    }

    private async Task<(long Committed, long Accepted, long Paid)> Counted()
    {
        var line = Assert.Single(await office.Look(db => db.CountedLines.AsNoTracking().Where(x => x.Channel == AidChannel.Bulk).ToListAsync()));
        return (line.CommittedFen, line.AcceptedFen, line.PaidFen);
    }
}
