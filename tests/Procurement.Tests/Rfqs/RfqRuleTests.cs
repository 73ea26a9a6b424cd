using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Rfqs;
using ZhongFu.TestKit;

namespace ZhongFu.Procurement.Tests.Rfqs;

public sealed class RfqRuleTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task Twenty_quotes_and_the_opening_at_once_each_quote_is_in_or_refused()
    {
        var rfq = await office.Ask();
        var person = await office.Member("supplier");
        var others = await office.Look(db => db.RfqInvitations.Where(x => x.SupplierId != person.OrganisationId).Select(x => x.SupplierId).Take(19).ToListAsync());
        await office.Look(async db =>
        {
            db.AddRange(others.Select(x => new Membership(x, person.AccountId, MemberRole.Supplier, "supplier", DateTime.UtcNow)));
            return await db.SaveChangesAsync();
        });
        office.Host.Clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        var (client, approver) = (await office.Host.SignedIn("supplier"), await office.Host.SignedIn("approver"));
        var late = Task.Run(async () =>
        {
            await Eventually.True(() => office.Look(db => db.SealedQuotes.CountAsync()).ContinueWith(x => x.Result >= 5));
            office.Host.Clock.Advance(TimeSpan.FromSeconds(1));
            return await approver.PostAsync($"/api/procurement/rfqs/{rfq.Id}/opening", null);
        });
        var answers = await Task.WhenAll(others.Append(person.OrganisationId).Select((supplier, at) => Task.Run(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/procurement/supply/rfqs/{rfq.Id}/quotes") { Content = new StringContent(JsonSerializer.Serialize(office.Quote(4_000 + at, 700)), Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Headers.Add(Hat.Header, supplier.ToString());
            using var answer = await client.SendAsync(request);
            return (supplier, answer.StatusCode, Body: await answer.Content.ReadAsStringAsync());
        })));
        using var opening = await late;
        Assert.Equal(HttpStatusCode.OK, opening.StatusCode);
        var taken = answers.Where(x => x.StatusCode == HttpStatusCode.OK).Select(x => x.supplier).Order().ToList();
        Assert.All(answers.Where(x => x.StatusCode != HttpStatusCode.OK), x => Assert.Contains("rfq.late", x.Body, StringComparison.Ordinal));
        Assert.True(taken.Count >= 5);
        Assert.Equal(taken, (await office.Look(db => db.OpenedQuotes.Where(x => x.IsSound && x.Counts).Select(x => x.SupplierId).ToListAsync())).Order());
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task An_award_needs_another_person_and_a_reason_for_another_than_the_lowest()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        await office.Send("supplier2", rfq.Id, 3_900, 650);
        var path = $"/api/procurement/rfqs/{rfq.Id}/award";
        var (one, two) = (await office.Of("supplier"), await office.Of("supplier2"));
        Assert.Equal("rfq.not-opened", await Code(HttpStatusCode.Conflict, "approver", path, Award((1, two, null))));
        await office.Opened(rfq);
        Assert.Equal("rfq.reason-needed", await Code(HttpStatusCode.Conflict, "approver", path, Award((1, one, null))));
        Assert.Equal("rfq.not-quoted", await Code(HttpStatusCode.Conflict, "approver", path, Award((1, Guid.NewGuid(), null))));
        Assert.Equal("rfq.no-line", await Code(HttpStatusCode.Conflict, "approver", path, Award((3, one, null))));
        Assert.Equal(HttpStatusCode.BadRequest, (await office.Post("approver", path, Award((1, two, null), (1, one, "x")))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.Post("requester", path, Award((1, two, null)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Post("approver2", path, Award((1, two, null)))).Status);

        var requester = await office.Member("requester");
        await office.Look(async db =>
        {
            db.Add(new Membership(requester.OrganisationId, requester.AccountId, MemberRole.Approver, "requester", DateTime.UtcNow));
            return await db.SaveChangesAsync();
        });
        office.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("duty.same-person", await Code(HttpStatusCode.Conflict, "requester", path, Award((1, two, null))));

        var given = await office.Expect(HttpStatusCode.OK, "approver", path, Award((1, one, "品质更好，去年验收无退货"), (2, two, null)));
        Assert.Equal(30 * 4_000 + 80 * 650, given.GetProperty("totalFen").GetInt64());
        Assert.Equal("rfq.not-opened", await Code(HttpStatusCode.Conflict, "approver", path, Award((2, two, null))));
        var mine = await office.Get("supplier", $"/api/procurement/supply/rfqs/{rfq.Number}");
        Assert.Equal([true, false], mine.GetProperty("lines").EnumerateArray().Select(x => x.GetProperty("won").GetBoolean()));
        Assert.DoesNotContain("650", mine.GetRawText(), StringComparison.Ordinal); // never the others' prices
        Assert.DoesNotContain(two.ToString(), mine.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task An_expired_quote_is_not_awarded()
    {
        var rfq = await office.Ask();
        await office.Expect(HttpStatusCode.OK, "supplier", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes", office.Quote(4_000, 700, days: 1));
        await office.Opened(rfq);
        office.Host.Clock.Advance(TimeSpan.FromDays(3));
        office.ForgetTokens();
        Assert.Equal("rfq.expired", await Code(HttpStatusCode.Conflict, "approver", $"/api/procurement/rfqs/{rfq.Id}/award", Award((1, await office.Of("supplier"), null))));
    }

    [Fact]
    public async Task Anothers_request_does_not_exist_and_nobody_sees_a_draft()
    {
        var draft = await office.Ask(publish: false);
        Assert.Equal(HttpStatusCode.NotFound, await Status("supplier", $"/api/procurement/supply/rfqs/{draft.Number}"));
        var rfq = await office.Ask();
        Assert.Equal(HttpStatusCode.NotFound, await Status("requester2", $"/api/procurement/rfqs/{rfq.Number}"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("supplier", $"/api/procurement/rfqs/{rfq.Number}"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("requester", $"/api/procurement/supply/rfqs/{rfq.Number}"));
        foreach (var (who, path) in new[] { ("requester2", "publication"), ("requester2", "withdrawal"), ("requester2", "failure"), ("requester2", "opening") })
            Assert.Equal(HttpStatusCode.NotFound, (await office.Post(who, $"/api/procurement/rfqs/{rfq.Id}/{path}", new { reason = "x" })).Status);
        var two = await office.Of("supplier2");
        await office.Look(db => db.RfqInvitations.Where(x => x.RfqId == rfq.Id && x.SupplierId == two).ExecuteDeleteAsync()); // not invited
        Assert.Equal(HttpStatusCode.NotFound, await Status("supplier2", $"/api/procurement/supply/rfqs/{rfq.Number}"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.Post("supplier2", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes", office.Quote(1, 1))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Post("supplier2", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes/withdrawal", null)).Status);
    }

    [Fact]
    public async Task One_key_is_one_entry_and_another_price_under_it_is_told_apart()
    {
        var rfq = await office.Ask();
        var path = $"/api/procurement/supply/rfqs/{rfq.Id}/quotes";
        var first = await office.Post("supplier", path, office.Quote(4_000, 700), "one");
        var again = await office.Post("supplier", path, office.Quote(4_000, 700), "one");
        Assert.Equal(first.Body.GetProperty("receipt").GetString(), again.Body.GetProperty("receipt").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Post("supplier", path, office.Quote(4_001, 700), "one")).Status);
        Assert.Equal(1, await office.Look(db => db.SealedQuotes.CountAsync()));
    }

    [Fact]
    public async Task Planted_violations_are_found()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        await office.Send("supplier2", rfq.Id, 3_900, 650);
        await office.Opened(rfq);
        await office.Expect(HttpStatusCode.OK, "approver", $"/api/procurement/rfqs/{rfq.Id}/award", Award((2, await office.Of("supplier2"), null)));
        Assert.Empty(await office.Violations());
        await office.Look(db => db.Set<OpenedLine>().Where(x => x.UnitPriceFen == 650).ExecuteUpdateAsync(x => x.SetProperty(l => l.UnitPriceFen, 660)));
        Assert.Equal(2, (await office.Violations()).Count); // the opened line and the award made of it
        await office.Look(db => db.SealedQuotes.Where(x => x.RfqId == rfq.Id).OrderBy(x => x.Revision).Take(1).ExecuteDeleteAsync());
        Assert.Contains(await office.Violations(), x => x.Contains("2 entries came, 1 are there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_won_is_ordered_once_at_the_quoted_price_and_within_the_budget()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        await office.Opened(rfq);
        var one = await office.Of("supplier");
        var order = new { supplierId = one, wantedOn = office.Tomorrow, to = new { name = "一楼收货口", address = "龙岗区演示路 1 号", contact = "王师傅", phone = "13800138000", window = "06:00-08:00" } };
        var path = $"/api/procurement/rfqs/{rfq.Id}/orders";
        Assert.Equal("rfq.not-awarded", await Code(HttpStatusCode.Conflict, "requester", path, order));
        await office.Expect(HttpStatusCode.OK, "approver", $"/api/procurement/rfqs/{rfq.Id}/award", Award((1, one, null), (2, one, null)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => office.Post("requester", path, order))));
        var made = Assert.Single(answers, x => x.Status == HttpStatusCode.Created).Body;
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.Created), x => Assert.Equal("rfq.ordered", x.Body.GetProperty("code").GetString()));
        Assert.Equal((30 * 4_000L, 2), (made.GetProperty("totalFen").GetInt64(), made.GetProperty("leftOut")[0].GetInt32()));
        var id = made.GetProperty("id").GetGuid();
        var line = await office.Look(db => db.Set<Procurement.Purchases.PurchaseLine>().AsNoTracking().SingleAsync(x => x.OrderId == id));
        Assert.Equal((4_000L, 30L, Procurement.Purchases.PriceBasis.Quote), (line.UnitPriceFen, line.Quantity, line.Basis));
        Assert.Equal(30 * 4_000, await office.Look(db => db.Budgets.SumAsync(x => x.ReservedFen)));
        Assert.Empty(await office.Violations());
    }

    private static object Award(params (int Line, Guid Supplier, string? Reason)[] lines) => new { lines = lines.Select(x => new { line = x.Line, supplierId = x.Supplier, reason = x.Reason }) };

    private async Task<string?> Code(HttpStatusCode status, string who, string path, object body) => (await office.Expect(status, who, path, body)).GetProperty("code").GetString();

    private async Task<HttpStatusCode> Status(string who, string path) => (await (await office.As(who)).GetAsync(path)).StatusCode;
}

/// <summary>Bad case 31: whoever looks anywhere before the deadline finds no price.</summary>
public sealed class NoPriceBeforeDeadlineTests
{
    // Figures that stand nowhere by chance.
    private const long First = 48_615_937, Second = 71_529_386;

    [Fact]
    public async Task No_price_in_answers_rows_files_audit_outbox_idempotency_records_or_logs()
    {
        var log = new ConcurrentQueue<string>();
        await using var host = await GatewayHost.Start(new() { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft"] = "Trace" }, services => services.AddSingleton<ILoggerProvider>(new Keeper(log)));
        await using var office = Office.Of(host);
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, First, Second, "机密备注");
        var refused = await office.Post("supplier", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes", office.Quote(-First, Second)); // a refusal quotes nothing either
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);

        var seen = new List<string> { refused.Body.GetRawText() };
        foreach (var (who, path) in new[] { ("approver", $"rfqs/{rfq.Number}"), ("requester", "rfqs"), ("auditor", $"rfqs/{rfq.Number}"), ("operator", $"rfqs/{rfq.Number}"), ("supplier", $"supply/rfqs/{rfq.Number}"), ("supplier2", $"supply/rfqs/{rfq.Number}"), ("supplier", "supply/rfqs") })
            seen.Add((await office.Get(who, $"/api/procurement/{path}")).GetRawText());
        Assert.True(await office.Look(db => db.SealedQuotes.AnyAsync(x => x.Envelope.Length == QuoteSeal.EnvelopeLength)));
        seen.Add(await office.Look(async db => JsonSerializer.Serialize(await db.Audit.ToListAsync())));
        // All tables at once, and what else lies on the disk: the bytes of every file of the installation.
        foreach (var file in Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            seen.Add(Encoding.Latin1.GetString(bytes.ToArray()));
            seen.Add(Encoding.UTF8.GetString(bytes.ToArray()));
        }
        seen.AddRange(log);
        Assert.Contains(seen, x => x.Contains(rfq.Number, StringComparison.Ordinal)); // the search does find what is there
        Assert.True(log.Count > 100);
        foreach (var secret in new[] { $"{First}", $"{Second}", "486159.37", "715293.86", "机密备注" })
            Assert.DoesNotContain(seen, x => x.Contains(secret, StringComparison.Ordinal));

        // And after the deadline it is all there.
        Assert.Contains($"{First}", (await office.Opened(rfq)).GetRawText(), StringComparison.Ordinal);
    }

    private sealed class Keeper(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose()
        {
        }
    }
}
