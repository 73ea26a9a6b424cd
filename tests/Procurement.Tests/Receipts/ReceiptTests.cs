using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Purchases;
using ZhongFu.Procurement.Receipts;

namespace ZhongFu.Procurement.Tests.Receipts;

public sealed class ReceiptTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task Of_100_pieces_96_are_accepted_and_only_those_are_owed()
    {
        var offer = (await office.Offers())[0];
        var price = offer.UnitPriceFor(100);
        var order = await office.Approved(offer.Offer.SkuId, 100);
        await office.Received(await office.Shipped(order, (1, 100)), accepted: 96, rejected: 4);

        var budget = await office.Look(db => db.Budgets.AsNoTracking().SingleAsync(x => x.ConsumedFen > 0));
        Assert.Equal((0L, 0L, 96 * price), (budget.ReservedFen, budget.CommittedFen, budget.ConsumedFen));
        Assert.Equal(96 * price, (await office.Look(db => db.Statements.AsNoTracking().SingleAsync())).TotalFen);
        Assert.Equal(PurchaseState.Accepted, (await office.Look(db => db.PurchaseOrders.AsNoTracking().SingleAsync())).State);
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task Weighed_goods_are_settled_by_weight_within_the_tolerance_and_outside_it_with_consent()
    {
        var offer = (await office.Offers())[0];
        var (net, price) = (offer.Offer.NetWeightGrams, offer.UnitPriceFor(10));
        var order = await office.Approved(offer.Offer.SkuId, 30);
        var first = await office.Shipped(order, (1, 10));
        var within = net * 10 * 102 / 100;
        await office.Received(first, 10, grams: within);

        var second = await office.Ship(order, (1, 10));
        var body = new { deliveryId = second.GetProperty("id").GetGuid(), lines = new[] { new { line = 1, accepted = 10, rejected = 0, grams = net * 10 * 90 / 100 } } };
        var (status, problem) = await office.Post("receiver", "/api/procurement/receipts", body);
        Assert.Equal((HttpStatusCode.Conflict, "receipt.weight"), (status, problem.GetProperty("code").GetString()));
        await office.Received(second, 10, grams: net * 10 * 90 / 100, consent: "少一成也收下");
        await office.Received(await office.Ship(order, (1, 10)), 10);

        var amounts = await office.Look(db => db.Set<ReceiptLine>().OrderBy(x => x.ReceiptId).Select(x => x.AmountFen).ToListAsync());
        var unit = offer.UnitPriceFor(30);
        Assert.Equal([ReceiptLine.ByWeight(unit, within, net), ReceiptLine.ByWeight(unit, net * 9, net), unit * 10], amounts);
        Assert.Equal(0, (await office.Look(db => db.Budgets.AsNoTracking().SingleAsync(x => x.ConsumedFen > 0))).CommittedFen);
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task Two_different_people_sign_and_neither_is_who_ordered()
    {
        var order = await office.Approved((await office.Offers())[0].Offer.SkuId, 30);
        var delivery = await office.Shipped(order, (1, 30));
        var receipt = await office.Expect(HttpStatusCode.Created, "receiver", "/api/procurement/receipts", new { deliveryId = delivery.GetProperty("id").GetGuid(), lines = new[] { new { line = 1, accepted = 30 } } });
        var own = await office.Expect(HttpStatusCode.Conflict, "receiver", $"/api/procurement/receipts/{receipt.GetProperty("id")}/check", new { sign = true });
        Assert.Equal("duty.same-person", own.GetProperty("code").GetString());
        await office.Expect(HttpStatusCode.Forbidden, "requester", $"/api/procurement/receipts/{receipt.GetProperty("id")}/check", new { sign = true });
        await office.Expect(HttpStatusCode.NotFound, "approver2", $"/api/procurement/receipts/{receipt.GetProperty("id")}/check", new { sign = true });

        await office.Expect(HttpStatusCode.NoContent, "checker", $"/api/procurement/receipts/{receipt.GetProperty("id")}/check", new { sign = false, reason = "数错了" });
        await office.Received(delivery, 29, 1);
        Assert.Equal(2, await office.Look(db => db.Receipts.CountAsync()));
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task A_delivery_is_received_once_whoever_presses_at_the_same_time()
    {
        var delivery = await office.Shipped(await office.Approved((await office.Offers())[0].Offer.SkuId, 30), (1, 30));
        await office.As("receiver");
        await office.As("checker");
        var body = new { deliveryId = delivery.GetProperty("id").GetGuid(), lines = new[] { new { line = 1, accepted = 30 } } };
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => office.Post(i % 2 == 0 ? "receiver" : "checker", "/api/procurement/receipts", body))));
        var recorded = Assert.Single(answers, x => x.Status == HttpStatusCode.Created).Body.GetProperty("id");
        var by = (await office.Look(db => db.Receipts.AsNoTracking().SingleAsync())).RecordedByName;
        var signs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => office.Post(by == "receiver" ? "checker" : "receiver", $"/api/procurement/receipts/{recorded}/check", new { sign = true }))));
        Assert.Single(signs, x => x.Status == HttpStatusCode.NoContent);
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task More_than_was_sent_another_units_delivery_and_nonsense_are_refused()
    {
        var order = await office.Approved((await office.Offers())[0].Offer.SkuId, 30);
        var delivery = await office.Shipped(order, (1, 20));
        Assert.Equal("purchase.over-shipped", (await office.Expect(HttpStatusCode.Conflict, "supplier", $"/api/procurement/supply/orders/{order.GetProperty("id")}/deliveries", new { lines = new[] { new { line = 1, quantity = 11 } } })).GetProperty("code").GetString());
        await office.Expect(HttpStatusCode.NotFound, "supplier2", $"/api/procurement/supply/orders/{order.GetProperty("id")}/deliveries", new { lines = new[] { new { line = 1, quantity = 1 } } });
        object Body(long accepted, long rejected = 0, long? grams = null, int line = 1, string? reason = "破") => new { deliveryId = delivery.GetProperty("id").GetGuid(), lines = new[] { new { line, accepted, rejected, grams, reason } } };
        foreach (var bad in new[] { Body(21), Body(-1, 21), Body(19), Body(20, line: 2), Body(19, 1, reason: null), Body(20, grams: 0), Body(0, 20, grams: 5) })
            await office.Expect(HttpStatusCode.BadRequest, "receiver", "/api/procurement/receipts", bad);
        await office.Expect(HttpStatusCode.NotFound, "approver2", "/api/procurement/receipts", Body(20));
        Assert.Equal(0, await office.Look(db => db.Receipts.CountAsync()));
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task When_everything_is_rejected_nothing_is_owed_not_even_the_freight()
    {
        var offer = (await office.Offers()).MinBy(x => x.Offer.PriceFen)!;
        var order = await office.Approved(offer.Offer.SkuId, offer.MinQuantity);
        await office.Received(await office.Shipped(order, (1, offer.MinQuantity)), 0, offer.MinQuantity);
        var budgets = await office.Look(db => db.Budgets.AsNoTracking().ToListAsync());
        Assert.All(budgets, x => Assert.Equal((0L, 0L, 0L), (x.ReservedFen, x.CommittedFen, x.ConsumedFen)));
        Assert.Equal(0, await office.Look(db => db.Statements.CountAsync()));
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task A_progress_changed_by_hand_is_found()
    {
        await office.Received(await office.Shipped(await office.Approved((await office.Offers())[0].Offer.SkuId, 30), (1, 30)), 30);
        Assert.Empty(await office.Violations());
        await office.Look(db => db.Set<PurchaseLine>().ExecuteUpdateAsync(x => x.SetProperty(l => l.AcceptedQuantity, l => l.AcceptedQuantity - 1)));
        Assert.NotEmpty(await office.Violations());
    }
}
