using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Procurement.Rfqs;
using ZhongFu.TestKit;

namespace ZhongFu.Procurement.Tests.Rfqs;

public sealed class SealedQuoteTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task Late_by_a_millisecond_is_refused_and_a_millisecond_early_counts()
    {
        var rfq = await office.Ask();
        office.Host.Clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromMilliseconds(1));
        await office.Send("supplier", rfq.Id, 4_000, 700);
        office.Host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var problem = await office.Expect(HttpStatusCode.Conflict, "supplier2", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes", office.Quote(3_000, 600));
        Assert.Equal("rfq.late", problem.GetProperty("code").GetString());
        await office.Expect(HttpStatusCode.Conflict, "supplier", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes/withdrawal", null);
        Assert.Equal(1, await office.Look(db => db.SealedQuotes.CountAsync()));
    }

    [Fact]
    public async Task Nobody_opens_before_the_deadline_and_every_attempt_is_written_down()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        var problem = await office.Expect(HttpStatusCode.Conflict, "approver", $"/api/procurement/rfqs/{rfq.Id}/opening", null);
        Assert.Equal("rfq.sealed", problem.GetProperty("code").GetString());
        var attempt = await office.Look(db => db.Audit.SingleAsync(x => x.Action == "procurement.rfq.open-refused"));
        Assert.Equal(("approver", rfq.Number), (attempt.ActorName, attempt.Subject));
        Assert.Equal(0, (await office.Get("approver", $"/api/procurement/rfqs/{rfq.Number}")).GetProperty("quotes").GetArrayLength());

        // A deadline moved in the database moves nothing: the one that counts is protected with the key.
        await office.Look(db => db.Rfqs.ExecuteUpdateAsync(x => x.SetProperty(r => r.Deadline, r => r.Deadline.AddHours(-4))));
        var moved = await office.Expect(HttpStatusCode.Conflict, "approver", $"/api/procurement/rfqs/{rfq.Id}/opening", null);
        Assert.Equal("rfq.deadline-changed", moved.GetProperty("code").GetString());
        await office.Expect(HttpStatusCode.Conflict, "supplier2", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes", office.Quote(1, 1));
        Assert.Equal(0, await office.Look(db => db.OpenedQuotes.CountAsync()));
    }

    [Fact]
    public async Task The_job_opens_soon_after_the_deadline()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        office.Host.Clock.Advance(TimeSpan.FromHours(3));
        await Eventually.True(async () =>
        {
            office.Host.Clock.Advance(TimeSpan.FromSeconds(10));
            return await office.Look(db => db.Rfqs.AnyAsync(x => x.State == RfqState.Closed));
        });
        Assert.Equal("system", await office.Look(db => db.Audit.Where(x => x.Action == "procurement.rfq.open").Select(x => x.ActorName).SingleAsync()));
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task The_last_revision_counts_and_differences_show_after_the_opening()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        await office.Send("supplier", rfq.Id, 3_800, 700);
        await office.Send("supplier2", rfq.Id, 3_900, 650);
        var file = await office.Opened(rfq);
        var quotes = file.GetProperty("quotes").EnumerateArray().ToList();
        Assert.Equal(2, quotes.Count);
        var mine = quotes.Single(x => x.GetProperty("revision").GetInt32() == 2);
        Assert.Equal(30 * 3_800 + 80 * 700, mine.GetProperty("totalFen").GetInt64());
        var first = mine.GetProperty("lines")[0];
        Assert.True(first.GetProperty("isLowest").GetBoolean());
        Assert.Equal(4_000, first.GetProperty("former")[0].GetProperty("unitPriceFen").GetInt64());
        Assert.Empty(mine.GetProperty("lines")[1].GetProperty("former").EnumerateArray());
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task A_withdrawn_quote_is_never_opened()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        await office.Expect(HttpStatusCode.OK, "supplier", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes/withdrawal", null);
        await office.Expect(HttpStatusCode.Conflict, "supplier", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes/withdrawal", null);
        Assert.Equal(0, (await office.Opened(rfq)).GetProperty("quotes").GetArrayLength());
        Assert.Equal(0, await office.Look(db => db.OpenedQuotes.CountAsync()));
    }

    [Fact]
    public async Task A_request_taken_back_takes_its_quotes_with_it()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        await office.Expect(HttpStatusCode.NoContent, "requester", $"/api/procurement/rfqs/{rfq.Id}/withdrawal", new { reason = "菜单改了" });
        await office.Expect(HttpStatusCode.Conflict, "supplier2", $"/api/procurement/supply/rfqs/{rfq.Id}/quotes", office.Quote(1, 1));
        office.Host.Clock.Advance(TimeSpan.FromHours(3));
        office.ForgetTokens();
        Assert.Equal("rfq.not-open", (await office.Expect(HttpStatusCode.Conflict, "approver", $"/api/procurement/rfqs/{rfq.Id}/opening", null)).GetProperty("code").GetString());
        Assert.Empty(Directory.GetFiles(Path.Combine(office.Host.Folder, "shares")));
    }

    [Fact]
    public async Task An_exchanged_or_damaged_envelope_is_reported_and_the_others_open()
    {
        var rfq = await office.Ask();
        var other = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        await office.Send("supplier2", rfq.Id, 3_900, 650);
        await office.Send("supplier2", other.Id, 1, 1);
        await office.Send("supplier", other.Id, 2, 2);
        var (one, two) = (await office.Of("supplier"), await office.Of("supplier2"));
        var foreign = await office.Look(db => db.SealedQuotes.AsNoTracking().SingleAsync(x => x.RfqId == other.Id && x.SupplierId == two));
        // Whoever writes to the database puts another request's envelope here, receipt and all, and damages a bit over there.
        await office.Look(db => db.SealedQuotes.Where(x => x.RfqId == rfq.Id && x.SupplierId == two).ExecuteUpdateAsync(x => x.SetProperty(q => q.Envelope, foreign.Envelope).SetProperty(q => q.Receipt, foreign.Receipt)));
        foreign.Envelope[5000] ^= 1;
        await office.Look(db => db.SealedQuotes.Where(x => x.RfqId == other.Id && x.SupplierId == two).ExecuteUpdateAsync(x => x.SetProperty(q => q.Envelope, foreign.Envelope)));

        var file = await office.Opened(rfq);
        Assert.Equal([(one, true), (two, false)], file.GetProperty("quotes").EnumerateArray().Select(x => (x.GetProperty("supplierId").GetGuid(), x.GetProperty("isSound").GetBoolean())).OrderByDescending(x => x.Item2));
        await office.Expect(HttpStatusCode.OK, "approver", $"/api/procurement/rfqs/{other.Id}/opening", null);
        Assert.Equal([true, false], (await office.Look(db => db.OpenedQuotes.Where(x => x.RfqId == other.Id).Select(x => x.IsSound).ToListAsync())).OrderDescending());
        var audit = await office.Look(db => db.Audit.Where(x => x.Action == "procurement.rfq.open" && x.Subject == rfq.Number).Select(x => x.After).SingleAsync());
        Assert.Contains(two.ToString(), audit, StringComparison.Ordinal);
        Assert.NotEmpty(await office.Violations());
    }

    [Fact]
    public async Task A_quote_forged_with_the_public_key_is_found()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        var key = await office.Look(db => db.RfqKeys.AsNoTracking().SingleAsync());
        var supplier = await office.Of("supplier");
        var place = QuoteSeal.PlaceOf(rfq.Id, supplier, 1);
        var forged = QuoteSeal.Close(key.PublicKey, new QuoteContent([new QuotedLine(1, 99_999, 30, null)], new DateOnly(2026, 12, 31), null).ToBytes(), place);
        await office.Look(db => db.SealedQuotes.ExecuteUpdateAsync(x => x.SetProperty(q => q.Envelope, forged).SetProperty(q => q.Receipt, QuoteSeal.ReceiptOf(forged, place))));
        Assert.False((await office.Opened(rfq)).GetProperty("quotes")[0].GetProperty("isSound").GetBoolean());
    }

    [Fact]
    public async Task Without_the_share_nothing_opens_and_the_unit_can_end_it()
    {
        var rfq = await office.Ask();
        await office.Send("supplier", rfq.Id, 4_000, 700);
        foreach (var share in Directory.GetFiles(Path.Combine(office.Host.Folder, "shares"))) File.Delete(share);
        office.Host.Clock.Advance(TimeSpan.FromHours(3));
        office.ForgetTokens();
        Assert.Equal("rfq.key-lost", (await office.Expect(HttpStatusCode.Conflict, "approver", $"/api/procurement/rfqs/{rfq.Id}/opening", null)).GetProperty("code").GetString());
        await office.Expect(HttpStatusCode.NoContent, "requester", $"/api/procurement/rfqs/{rfq.Id}/failure", new { reason = "无法开标" });
    }
}
