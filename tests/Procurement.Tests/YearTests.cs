using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MediatR;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Deliveries.ShipGoods;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;
using ZhongFu.Procurement.Purchases.AnswerPurchase;
using ZhongFu.Procurement.Purchases.CancelPurchase;
using ZhongFu.Procurement.Purchases.DecidePurchase;
using ZhongFu.Procurement.Purchases.SubmitPurchase;
using ZhongFu.Procurement.Receipts;
using ZhongFu.Procurement.Receipts.CheckReceipt;
using ZhongFu.Procurement.Receipts.RecordReceipt;
using ZhongFu.Procurement.Statements;
using ZhongFu.Procurement.Statements.AnswerDispute;
using ZhongFu.Procurement.Statements.ConfirmPayment;
using ZhongFu.Procurement.Statements.JudgeLines;
using ZhongFu.Procurement.Statements.ProposePayment;

namespace ZhongFu.Procurement.Tests;

/// <summary>Working days of many units with their cooperatives, played from one seed: orders, refusals, cancellations, short and rejected deliveries, weighed goods, disputes, credits and payments.
/// At the end every book agrees to the fen and the gram. <c>ZHONGFU_YEAR=full</c> plays 250 days.</summary>
public sealed class YearTests : IAsyncLifetime
{
    private readonly Random random = new(20261123);
    private readonly Dictionary<string, int> deeds = [];
    private Office office = null!;
    private IReadOnlyList<BulkOffer> offers = [];
    private IReadOnlyList<Organisation> buyers = [];

    private static int Days => Environment.GetEnvironmentVariable("ZHONGFU_YEAR") == "full" ? 250 : 12;

    private static int DeedsADay => Environment.GetEnvironmentVariable("ZHONGFU_YEAR") == "full" ? 120 : 40;

    public async Task InitializeAsync()
    {
        office = await Office.Open();
        offers = await office.Offers("");
        buyers = await office.Look(db => db.Organisations.AsNoTracking().Where(x => x.Code.StartsWith("DW")).OrderBy(x => x.Code).ToListAsync());
    }

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task After_many_days_every_book_agrees()
    {
        for (var day = 0; day < Days; day++)
        {
            for (var i = 0; i < DeedsADay; i++) await Deed();
            office.Host.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Empty(await office.Violations());
        string[] expected = ["submit", "approve", "return", "cancel", "confirm", "decline", "ship", "record", "sign", "refuse", "agree", "dispute", "credit", "propose", "pay"];
        Assert.All(expected, name => Assert.True(deeds.GetValueOrDefault(name) > 0, $"Nobody did: {name}. Done: {string.Join(", ", deeds)}"));

        // The same sums, added up another way: what was accepted is what budgets consumed, what statements hold, and what money can still be owed for.
        var (consumed, stated, signed, paid) = (await Sum(db => db.Budgets.Select(x => x.ConsumedFen)), await Sum(db => db.Statements.Select(x => x.TotalFen)),
            await Sum(db => db.Receipts.Where(x => x.State == ReceiptState.Signed).Select(x => x.GoodsFen + x.FreightFen)), await Sum(db => db.Statements.Select(x => x.PaidFen)));
        var credits = await Sum(db => db.StatementLines.Where(x => x.Kind == StatementLineKind.Credit).Select(x => x.AmountFen));
        Assert.Equal((stated, stated), (consumed, signed + credits));
        Assert.Equal(paid, await Sum(db => db.StatementPayments.Where(x => x.State == PaymentState.Confirmed).Select(x => x.AmountFen)));
        Assert.Equal(stated - await Sum(db => db.StatementLines.Where(x => x.Line == 0).Select(x => x.AmountFen)), await Sum(db => db.CountedLines.Where(x => x.Counts).Select(x => x.AcceptedFen)));
    }

    private Task Deed() => random.Next(20) switch
    {
        < 4 => Submit(),
        < 7 => Decide(),
        7 => Cancel(),
        < 10 => Answer(),
        < 12 => Ship(),
        < 14 => Record(),
        < 16 => Check(),
        16 => Judge(),
        17 => Credit(),
        18 => Propose(),
        _ => Confirm(),
    };

    private async Task Submit()
    {
        var buyer = buyers[random.Next(buyers.Count)];
        var lines = Enumerable.Range(0, random.Next(1, 4)).Select(_ => offers[random.Next(offers.Count)]).Select(x => new WantedPieces(x.Offer.SkuId, x.MinQuantity + random.Next(60))).ToList();
        var today = DateOnly.FromDateTime(office.Host.Clock.GetUtcNow().UtcDateTime.AddHours(8));
        await Try("submit", Person(buyer.Id, 1), new SubmitPurchaseCommand(lines, today.AddDays(random.Next(1, 10)), new Destination("收货口", "演示路 1 号", "王师傅", "13800138000", "06:00-08:00")));
    }

    private async Task Decide()
    {
        if (await Pick(db => db.PurchaseOrders.Where(x => x.State == PurchaseState.Submitted)) is not { } order) return;
        var approve = random.Next(5) > 0;
        await Try(approve ? "approve" : "return", Person(order.BuyerId, random.Next(1, 4)), new DecidePurchaseCommand(order.Id, approve, order.ContentHash, "看过"));
    }

    private async Task Cancel()
    {
        if (await Pick(db => db.PurchaseOrders) is { } order) await Try("cancel", Person(order.BuyerId, 1), new CancelPurchaseCommand(order.Id, "改期"));
    }

    private async Task Answer()
    {
        if (await Pick(db => db.PurchaseOrders.Where(x => x.State == PurchaseState.Approved)) is not { } order) return;
        var confirm = random.Next(6) > 0;
        await Try(confirm ? "confirm" : "decline", Person(order.SupplierId, 1), new AnswerPurchaseCommand(order.Id, confirm, "下雨未采"));
    }

    private async Task Ship()
    {
        if (await Pick(db => PurchaseOrders.Whole(db).Where(x => x.State == PurchaseState.Confirmed)) is not { } order) return;
        var lines = order.Lines.Where(x => x.ShippedQuantity < x.Quantity).Select(x => new ShippedGoods(x.Line, random.Next(3) == 0 ? 1 + random.NextInt64(x.Quantity - x.ShippedQuantity) : x.Quantity - x.ShippedQuantity)).ToList();
        await Try("ship", Person(order.SupplierId, 1), new ShipGoodsCommand(order.Id, lines, "粤B12345"));
    }

    private async Task Record()
    {
        if (await Pick(db => db.Deliveries.Include(x => x.Lines).Where(x => x.ReceivedAt == null && !db.OpenReceipts.Any(open => open.DeliveryId == x.Id))) is not { } delivery) return;
        var order = await office.Look(db => PurchaseOrders.Whole(db).AsNoTracking().SingleAsync(x => x.Id == delivery.OrderId));
        var found = delivery.Lines.Select(x =>
        {
            var rejected = random.Next(4) == 0 ? random.NextInt64(x.Quantity + 1) : 0;
            var accepted = x.Quantity - rejected;
            var planned = accepted * order.LineOf(x.Line).NetWeightGrams;
            long? grams = accepted > 0 && random.Next(3) == 0 ? planned * random.Next(90, 112) / 100 : null;
            return new FoundGoods(x.Line, accepted, rejected, grams, "压伤", random.Next(2) == 0 ? "收下" : null);
        }).ToList();
        await Try("record", Person(delivery.BuyerId, random.Next(1, 5)), new RecordReceiptCommand(delivery.Id, found));
    }

    private async Task Check()
    {
        if (await Pick(db => db.Receipts.Where(x => x.State == ReceiptState.Recorded)) is not { } receipt) return;
        var sign = random.Next(8) > 0;
        await Try(sign ? "sign" : "refuse", Person(receipt.BuyerId, random.Next(1, 5)), new CheckReceiptCommand(receipt.Id, sign, "数错"));
    }

    private async Task Judge()
    {
        if (await Pick(db => db.StatementLines.Where(x => x.Standing == LineStanding.Open)) is not { } line) return;
        var statement = await office.Look(db => db.Statements.AsNoTracking().SingleAsync(x => x.Id == line.StatementId));
        var agree = random.Next(3) > 0;
        await Try(agree ? "agree" : "dispute", Person(statement.BuyerId, 4), new JudgeLinesCommand(statement.Id, agree && random.Next(2) == 0 ? [] : [line.Id], agree, "不符"));
    }

    private async Task Credit()
    {
        if (await Pick(db => db.StatementLines.Where(x => x.Standing == LineStanding.Disputed)) is not { } line) return;
        var statement = await office.Look(db => db.Statements.AsNoTracking().SingleAsync(x => x.Id == line.StatementId));
        await Try("credit", Person(statement.SupplierId, 1), new AnswerDisputeCommand(statement.Id, line.Id, random.NextInt64(line.AmountFen + 1), "同意"));
    }

    private async Task Propose()
    {
        if (await Pick(db => db.Statements.Where(x => x.AgreedFen > x.PaidFen + x.ProposedFen)) is not { } statement) return;
        var today = DateOnly.FromDateTime(office.Host.Clock.GetUtcNow().UtcDateTime.AddHours(8));
        await Try("propose", Person(statement.BuyerId, 4), new ProposePaymentCommand(statement.Id, random.Next(2) == 0 ? statement.PayableFen : 1 + random.NextInt64(statement.PayableFen), $"B-{random.NextInt64():x}", today));
    }

    private async Task Confirm()
    {
        if (await Pick(db => db.StatementPayments.Where(x => x.State == PaymentState.Proposed)) is not { } payment) return;
        var statement = await office.Look(db => db.Statements.AsNoTracking().SingleAsync(x => x.Id == payment.StatementId));
        await Try("pay", Person(statement.BuyerId, random.Next(3, 5)), new ConfirmPaymentCommand(payment.Id, random.Next(10) > 0));
    }

    /// <summary>A refusal is a right answer too; anything else is a fault.</summary>
    private async Task Try<T>(string name, Actor actor, IRequest<T> request)
    {
        await using var scope = office.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = actor;
        try
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
            deeds[name] = deeds.GetValueOrDefault(name) + 1;
        }
        catch (RuleBroken refusal) { deeds[refusal.Code] = deeds.GetValueOrDefault(refusal.Code) + 1; }
    }

    private async Task<T?> Pick<T>(Func<ProcurementDb, IQueryable<T>> from) where T : class => await office.Look(async db =>
    {
        var count = await from(db).CountAsync();
        return count == 0 ? null : await from(db).AsNoTracking().OrderBy(x => EF.Property<Guid>(x, "Id")).Skip(random.Next(count)).FirstAsync();
    });

    private Task<long> Sum(Func<ProcurementDb, IQueryable<long>> of) => office.Look(db => of(db).SumAsync());

    /// <summary>One of an organisation's people; each may do everything there, so that only the rules keep them apart.</summary>
    private static Actor Person(Guid organisation, int number)
    {
        var id = new Guid($"00000000-0000-7000-8000-{number.ToString(CultureInfo.InvariantCulture).PadLeft(12, '0')}");
        var everything = new[] { ProcurementPermissions.Read, ProcurementPermissions.Request, ProcurementPermissions.Approve, ProcurementPermissions.Receive, ProcurementPermissions.Pay, ProcurementPermissions.Supply };
        return new Actor(id, Actor.KeyOf(id), $"person-{number}", everything.ToDictionary(x => x, _ => Scope.Organisation), organisation);
    }
}
