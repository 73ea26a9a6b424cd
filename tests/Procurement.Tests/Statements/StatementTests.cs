using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Procurement.Statements;

namespace ZhongFu.Procurement.Tests.Statements;

public sealed class StatementTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task The_agreed_part_is_payable_at_once_while_a_disputed_line_waits()
    {
        var (statement, lines) = await TwoLines();
        await Judge(statement.Id, agree: false, lines[0].Id);
        await Judge(statement.Id, agree: true);
        var now = await Read();
        Assert.Equal((lines[1].AmountFen, lines[0].AmountFen), (now.AgreedFen, now.DisputedFen));

        await Propose(statement.Id, now.TotalFen, "TOO-MUCH", HttpStatusCode.Conflict);
        var payment = await Propose(statement.Id, now.AgreedFen, "B-1");
        await office.Expect(HttpStatusCode.Conflict, "finance", $"/api/procurement/payments/{payment}/confirmation", new { confirm = true }); // another person
        await office.Expect(HttpStatusCode.NoContent, "unitadmin", $"/api/procurement/payments/{payment}/confirmation", new { confirm = true });
        Assert.Equal((now.AgreedFen, 0L), ((await Read()).PaidFen, (await Read()).PayableFen));
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task A_supplier_gives_way_by_a_credit_note_and_the_budget_gets_it_back()
    {
        var (statement, lines) = await TwoLines();
        await Judge(statement.Id, agree: false, lines[0].Id);
        var consumed = await Consumed();
        await office.Expect(HttpStatusCode.Conflict, "supplier", $"/api/procurement/supply/statements/{statement.Id}/lines/{lines[0].Id}/answer", new { creditFen = lines[0].AmountFen + 1, answer = "多退" });
        await office.Expect(HttpStatusCode.NotFound, "supplier2", $"/api/procurement/supply/statements/{statement.Id}/lines/{lines[0].Id}/answer", new { creditFen = 1, answer = "x" });
        await office.Expect(HttpStatusCode.NoContent, "supplier", $"/api/procurement/supply/statements/{statement.Id}/lines/{lines[0].Id}/answer", new { creditFen = 500, answer = "退五元" });
        await Judge(statement.Id, agree: true);
        Assert.Equal(consumed - 500, await Consumed());
        var now = await Read();
        Assert.Equal((now.TotalFen, 0L), (now.AgreedFen, now.DisputedFen));
        var payment = await Propose(statement.Id, now.AgreedFen, "B-2");
        await office.Expect(HttpStatusCode.NoContent, "unitadmin", $"/api/procurement/payments/{payment}/confirmation", new { confirm = true });
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task Twenty_payments_at_once_never_pay_more_than_is_agreed()
    {
        var (statement, _) = await TwoLines();
        await Judge(statement.Id, agree: true);
        var half = (await Read()).AgreedFen / 2;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => office.Post("finance", $"/api/procurement/statements/{statement.Id}/payments", new { amountFen = half, reference = $"P-{i}", paidOn = "2026-11-23" }))));
        Assert.Equal(2, answers.Count(x => x.Status == HttpStatusCode.Created));
        foreach (var id in answers.Where(x => x.Status == HttpStatusCode.Created).Select(x => x.Body.GetProperty("id")))
        {
            var confirmations = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.Post("unitadmin", $"/api/procurement/payments/{id}/confirmation", new { confirm = true }))));
            Assert.Single(confirmations, x => x.Status == HttpStatusCode.NoContent);
        }
        Assert.Equal(half * 2, (await Read()).PaidFen);
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task Invoices_never_exceed_what_is_agreed_and_each_number_counts_once()
    {
        var (statement, _) = await TwoLines();
        await Invoice(statement.Id, "11111111111111111111", 100, HttpStatusCode.Conflict); // nothing is agreed yet
        await Judge(statement.Id, agree: true);
        var agreed = (await Read()).AgreedFen;
        await Invoice(statement.Id, "1111", 100, HttpStatusCode.BadRequest);
        await Invoice(statement.Id, "11111111111111111111", agreed, HttpStatusCode.NoContent);
        await Invoice(statement.Id, "11111111111111111111", 1, HttpStatusCode.Conflict);
        await Invoice(statement.Id, "11111111111111111112", 1, HttpStatusCode.Conflict);
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task Interest_runs_from_the_day_after_the_last_day_of_payment()
    {
        var terms = new PaymentTerms().For(isPublic: true, new DateOnly(2026, 11, 23));
        var due = new DateOnly(2026, 11, 23).AddDays(terms.Days);
        Assert.Equal((30, 0L, 500L, 1000L), (terms.Days, terms.InterestFen(1_000_000, due, due), terms.InterestFen(1_000_000, due, due.AddDays(1)), terms.InterestFen(1_000_000, due, due.AddDays(2))));
        var (_, lines) = await TwoLines();
        Assert.All(lines, x => Assert.Equal(x.AcceptedOn.AddDays(30), x.DueOn));
    }

    [Fact]
    public async Task Another_units_statement_does_not_exist_and_readers_do_not_pay()
    {
        var (statement, lines) = await TwoLines();
        await office.Expect(HttpStatusCode.NotFound, "approver2", $"/api/procurement/statements/{statement.Id}/verdict", new { agree = true });
        await office.Expect(HttpStatusCode.Forbidden, "requester", $"/api/procurement/statements/{statement.Id}/verdict", new { agree = true });
        await office.Expect(HttpStatusCode.Forbidden, "auditor", $"/api/procurement/statements/{statement.Id}/payments", new { amountFen = 1, reference = "x", paidOn = "2026-11-23" });
        await office.Expect(HttpStatusCode.Conflict, "finance", $"/api/procurement/statements/{statement.Id}/verdict", new { agree = true, lineIds = new[] { Guid.NewGuid() } });
        Assert.Equal(2, lines.Count);
        Assert.Equal(0, (await Read()).AgreedFen);
    }

    [Fact]
    public async Task A_statement_can_be_taken_along_and_no_text_in_it_is_a_formula()
    {
        var (statement, lines) = await TwoLines();
        await office.Expect(HttpStatusCode.OK, "finance", $"/api/procurement/statements/{statement.Id}/verdict", new { agree = false, lineIds = new[] { lines[0].Id }, reason = "=1+1" });
        var rows = (await (await office.As("finance")).GetStringAsync($"/buy/statements/{statement.Number}.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, rows.Length);
        Assert.Contains("\"'=1+1\"", rows[1] + rows[2], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await office.As("supplier")).GetAsync($"/supply/statements/{statement.Number}.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.As("approver2")).GetAsync($"/buy/statements/{statement.Number}.csv")).StatusCode);
    }

    [Fact]
    public async Task A_sum_changed_by_hand_is_found()
    {
        await TwoLines();
        await office.Look(db => db.Statements.ExecuteUpdateAsync(x => x.SetProperty(s => s.AgreedFen, 1)));
        Assert.NotEmpty(await office.Violations());
    }

    private async Task<(Statement Statement, IReadOnlyList<StatementLine> Lines)> TwoLines()
    {
        var sku = (await office.Offers()).First(x => x.UnitPriceFor(100) * 100 > 200_000).Offer.SkuId; // free of freight
        foreach (var _ in new[] { 1, 2 }) await office.Received(await office.Shipped(await office.Approved(sku, 100), (1, 100)), 100);
        return (await Read(), await office.Look(db => db.StatementLines.AsNoTracking().OrderBy(x => x.Id).ToListAsync()));
    }

    private Task<Statement> Read() => office.Look(db => db.Statements.AsNoTracking().SingleAsync());

    private async Task<long> Consumed() => (await office.Look(db => db.Budgets.AsNoTracking().SingleAsync(x => x.ConsumedFen > 0))).ConsumedFen;

    private Task<JsonElement> Judge(Guid id, bool agree, params Guid[] lines) => office.Expect(HttpStatusCode.OK, "finance", $"/api/procurement/statements/{id}/verdict", new { agree, lineIds = lines, reason = "与小票不符" });

    private async Task<Guid> Propose(Guid id, long amountFen, string reference, HttpStatusCode expected = HttpStatusCode.Created)
    {
        var answer = await office.Expect(expected, "finance", $"/api/procurement/statements/{id}/payments", new { amountFen, reference, paidOn = "2026-11-23" });
        return expected == HttpStatusCode.Created ? answer.GetProperty("id").GetGuid() : default;
    }

    private Task<JsonElement> Invoice(Guid id, string number, long amountFen, HttpStatusCode expected) => office.Expect(expected, "supplier", $"/api/procurement/supply/statements/{id}/invoices", new { number, amountFen, issuedOn = "2026-11-23" });
}
