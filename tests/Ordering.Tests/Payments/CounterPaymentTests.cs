using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Ordering.Payments;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.StripeDouble;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Payments;

/// <summary>Scan-to-pay at the counter, from the till's door to Stripe and back, through both modules.</summary>
public sealed class CounterPaymentTests(CashDesk desk) : IClassFixture<CashDesk>, IAsyncLifetime
{
    private const string Completed = "checkout.session.completed";
    private readonly string device = $"till-{Guid.NewGuid():N}";
    private long number;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        desk.Stripe.ForgetFailures();
        await using var scope = desk.Host.Services.CreateAsyncScope();
        foreach (var rule in scope.ServiceProvider.GetServices<IInvariant>().Where(x => x is CounterMoneyIsTakenOrGoesBack or RefundsNeverExceedPayments)) Assert.Empty(await rule.FindViolations(default));
    }

    [Fact]
    public async Task A_customer_scans_and_pays_and_the_sale_takes_the_money_once()
    {
        var goods = desk.Take();
        var payment = await Open(goods.PriceFen);
        var happened = desk.Event(Completed, desk.Stripe.Books.Pay(SessionOf(payment)));
        foreach (var _ in Enumerable.Range(0, 3)) await desk.Stripe.Webhooks.Post(happened);
        await Stands(payment, "Paid");

        var sale = await (await Sell(goods, payment)).Json(201);
        Assert.Equal(0, sale.GetProperty("tasks").GetArrayLength());
        Assert.Equal("payment-unconfirmed", Assert.Single((await (await Sell(goods, payment)).Json(201)).GetProperty("tasks").EnumerateArray()).Text("kind"));
        Assert.Empty(await RefundsOf(payment));
        await (await Post($"/api/showroom/scan-payments/{payment}/cancellation")).Problem(409, "scan-payment.used");
    }

    [Fact]
    public async Task News_that_never_comes_is_asked_for()
    {
        var payment = await Open(1234);
        desk.Stripe.Books.Pay(SessionOf(payment));
        Assert.Equal("Open", (await Read(payment)).Text("state"));
        await (await Post($"/api/showroom/scan-payments/{payment}/questions")).Json(202);
        await Stands(payment, "Paid");
        Assert.Single(desk.Stripe.Books.SessionIds, x => (string?)desk.Stripe.Books.Session(x)["metadata"]!["payment"] == payment.ToString());
    }

    [Fact]
    public async Task Without_a_question_the_job_finds_the_money()
    {
        var payment = await Open(1235);
        desk.Stripe.Books.Pay(SessionOf(payment));
        await desk.Soon(async () => Assert.Equal("Paid", (await Read(payment)).Text("state")));
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_leaves_the_outcome_unknown_and_nothing_is_asked_for_twice()
    {
        var payment = await Open(1236);
        desk.Stripe.Books.Pay(SessionOf(payment));
        desk.Stripe.FailNext("GET /v1/checkout/sessions", [.. Enumerable.Repeat(Failure.ServerError, 4)]);
        await (await Post($"/api/showroom/scan-payments/{payment}/questions")).Json(202);
        await Eventually.Passes(async () => Assert.True((await Read(payment)).GetProperty("isUnknown").GetBoolean()));
        desk.Stripe.ForgetFailures();
        await (await Post($"/api/showroom/scan-payments/{payment}/questions")).Json(202);
        await Stands(payment, "Paid");
        Assert.False((await Read(payment)).GetProperty("isUnknown").GetBoolean());
    }

    [Fact]
    public async Task An_opening_whose_answer_was_lost_opens_one_session()
    {
        desk.Stripe.FailNext("POST /v1/checkout/sessions", Failure.AnswerLost, Failure.AnswerLost);
        var payment = await Ask(1237);
        await (await Post($"/api/showroom/scan-payments/{payment}/questions")).Json(202);
        await desk.Soon(async () => Assert.Equal("Open", (await Read(payment)).Text("state")));
        Assert.NotEmpty(SessionOf(payment));
    }

    [Fact]
    public async Task What_is_paid_after_the_till_turned_away_goes_back()
    {
        var payment = await Open(1238);
        var session = SessionOf(payment);
        desk.Stripe.FailNext("POST /v1/checkout/sessions", [.. Enumerable.Repeat(Failure.ServerError, 4)]); // the closing finds Stripe away
        Assert.Equal("Dropped", (await (await Post($"/api/showroom/scan-payments/{payment}/cancellation")).Json(200)).Text("state"));
        await Eventually.Passes(async () => Assert.Equal(PaymentState.Superseded, await StateOf(payment)));
        await desk.Stripe.Webhooks.Post(desk.Event(Completed, desk.Stripe.Books.Pay(session)));
        desk.Stripe.ForgetFailures();
        await WentBack(payment, 1238);
        await Stands(payment, "SentBack");
    }

    [Fact]
    public async Task A_paid_attempt_that_the_till_drops_goes_back_once()
    {
        var payment = await Open(1239);
        await desk.Stripe.Webhooks.Post(desk.Event(Completed, desk.Stripe.Books.Pay(SessionOf(payment))));
        await Stands(payment, "Paid");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Post($"/api/showroom/scan-payments/{payment}/cancellation")));
        await WentBack(payment, 1239);
    }

    [Fact]
    public async Task The_next_code_calls_the_one_before_off_and_both_paid_only_one_is_kept()
    {
        var first = await Open(1240);
        var session = SessionOf(first);
        var second = await Open(1240);
        await Eventually.Passes(() => { Assert.Equal("expired", (string?)desk.Stripe.Books.Session(session)["status"]); return Task.CompletedTask; });
        Assert.Equal("Dropped", (await Read(first)).Text("state"));
        await desk.Stripe.Webhooks.Post(desk.Event(Completed, desk.Stripe.Books.Pay(SessionOf(second))));
        await Stands(second, "Paid");
        Assert.Empty(await RefundsOf(second));
    }

    [Fact]
    public async Task A_code_nobody_pays_ends_by_itself()
    {
        var payment = await Open(1241);
        desk.Pass(TimeSpan.FromMinutes(11));
        await desk.Soon(async () => Assert.Equal("Dropped", (await Read(payment)).Text("state")));
        await desk.Soon(() => { Assert.Equal("expired", (string?)desk.Stripe.Books.Session(SessionOf(payment))["status"]); return Task.CompletedTask; });
    }

    [Fact]
    public async Task Another_sum_than_asked_for_makes_no_sale_and_goes_back()
    {
        var payment = await Open(1242);
        var session = SessionOf(payment);
        await desk.Stripe.Webhooks.Post(desk.Event(Completed, desk.Stripe.Books.PayAnother(session, 1)));
        await WentBack(payment, 1);
        await Stands(payment, "SentBack");
    }

    [Fact]
    public async Task Goods_that_come_back_send_their_part_of_the_money_back()
    {
        var goods = desk.Take();
        var payment = await Open(goods.PriceFen * 2);
        await desk.Stripe.Webhooks.Post(desk.Event(Completed, desk.Stripe.Books.Pay(SessionOf(payment))));
        await Stands(payment, "Paid");
        var sale = await (await Sell(goods, payment, 2)).Json(201);
        await (await Post("/api/showroom/returns", new { deviceId = device, saleId = sale.Text("id"), reason = "customer", lines = new[] { new { line = 1, quantity = 1, fate = "Restock" } } })).Json(201);
        await WentBack(payment, goods.PriceFen);
    }

    [Fact]
    public async Task A_till_cannot_ask_for_nothing_or_without_a_key_and_strangers_see_nothing()
    {
        await (await Post("/api/showroom/scan-payments", new { deviceId = device, amountFen = 0 })).Problem(400);
        await (await (await desk.Person("cashier")).PostAsJsonAsync("/api/showroom/scan-payments", new { deviceId = device, amountFen = 100 })).Problem(400);
        var payment = await Open(1243);
        Assert.Equal(403, (int)(await (await desk.Person("citizen")).GetAsync($"/api/showroom/scan-payments/{payment}")).StatusCode);
        Assert.Equal(401, (int)(await desk.Host.Anonymous().GetAsync($"/api/showroom/scan-payments/{payment}/code.svg")).StatusCode);
        Assert.Equal(404, (int)(await (await desk.Person("cashier")).GetAsync($"/api/showroom/scan-payments/{Guid.NewGuid()}")).StatusCode);
        Assert.Contains("<svg", await (await desk.Person("cashier")).GetStringAsync($"/api/showroom/scan-payments/{payment}/code.svg"), StringComparison.Ordinal);
    }

    private string SessionOf(Guid payment) => (string)desk.Stripe.Books.SessionOf(payment)["id"]!;

    private async Task<Guid> Ask(long fen) => (await (await Post("/api/showroom/scan-payments", new { deviceId = device, amountFen = fen })).Json(201)).GetProperty("id").GetGuid();

    private async Task<Guid> Open(long fen)
    {
        var payment = await Ask(fen);
        await Stands(payment, "Open");
        return payment;
    }

    private async Task<JsonElement> Read(Guid payment) => await (await (await desk.Person("cashier")).GetAsync($"/api/showroom/scan-payments/{payment}")).Json(200);

    private Task Stands(Guid payment, string state) => Eventually.Passes(async () => Assert.Equal(state, (await Read(payment)).Text("state")));

    private Task<HttpResponseMessage> Sell(Goods goods, Guid payment, int quantity = 1) => Post("/api/showroom/sales", new
    {
        deviceId = device, localNumber = ++number, soldAt = desk.Host.Clock.GetUtcNow(), lines = new[] { new { skuId = goods.SkuId, quantity } },
        tenders = new[] { new { kind = "ScanToPay", amountFen = goods.PriceFen * quantity, reference = payment.ToString() } },
    });

    private async Task<HttpResponseMessage> Post(string path, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await (await desk.Person("cashier")).SendAsync(request);
    }

    private Task<PaymentState> StateOf(Guid payment) => desk.Look(db => db.Payments.Where(x => x.Id == payment).Select(x => x.State).SingleAsync());

    private Task<List<Refund>> RefundsOf(Guid payment) => desk.Look(db => db.Refunds.AsNoTracking().Where(x => x.PaymentId == payment).ToListAsync());

    private Task WentBack(Guid payment, long fen) => desk.Soon(async () =>
    {
        var refund = Assert.Single(await RefundsOf(payment));
        Assert.Equal((RefundState.Succeeded, fen), (refund.State, refund.AmountFen));
        Assert.Equal(fen, desk.Stripe.Books.RefundedFen((string)desk.Stripe.Books.Session(SessionOf(payment))["payment_intent"]!));
    });
}
