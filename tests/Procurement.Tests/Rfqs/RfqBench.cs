using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Tests.Rfqs;

/// <summary>A request for quotes and its people. Two cooperatives have a person: supplier and supplier2.</summary>
internal static class RfqBench
{
    /// <summary>Writes and publishes a request of two lines with a deadline in three hours.</summary>
    public static async Task<(Guid Id, string Number)> Ask(this Office office, string requester = "requester", bool publish = true)
    {
        var sku = (await office.Offers())[0].Offer;
        var written = await office.Expect(HttpStatusCode.Created, requester, "/api/procurement/rfqs", new
        {
            title = "十二月食材", place = "龙岗区演示路 1 号", deadline = office.Host.Clock.GetUtcNow().UtcDateTime.AddHours(3),
            lines = new object[] { new { code = sku.Code, quantity = 30, wantedOn = office.Tomorrow }, new { name = "冬笋", county = "寻乌县", quantity = 100, unit = "斤", wantedOn = office.Tomorrow } },
        });
        var id = written.GetProperty("id").GetGuid();
        if (publish) await office.Expect(HttpStatusCode.OK, requester, $"/api/procurement/rfqs/{id}/publication", null);
        return (id, written.GetProperty("number").GetString()!);
    }

    public static object Quote(this Office office, long first, long second, string? note = null, int days = 30) => new
    {
        lines = new[] { new { line = 1, unitPriceFen = first, quantity = 30 }, new { line = 2, unitPriceFen = second, quantity = 80 } },
        validUntil = DateOnly.FromDateTime(office.Host.Clock.GetUtcNow().UtcDateTime).AddDays(days), note,
    };

    public static Task<JsonElement> Send(this Office office, string supplier, Guid rfq, long first, long second, string? note = null) =>
        office.Expect(HttpStatusCode.OK, supplier, $"/api/procurement/supply/rfqs/{rfq}/quotes", office.Quote(first, second, note));

    /// <summary>The deadline passes and the quotes are opened.</summary>
    public static async Task<JsonElement> Opened(this Office office, (Guid Id, string Number) rfq)
    {
        office.Host.Clock.Advance(TimeSpan.FromHours(3));
        office.ForgetTokens();
        await office.Expect(HttpStatusCode.OK, "approver", $"/api/procurement/rfqs/{rfq.Id}/opening", null);
        return await office.Get("approver", $"/api/procurement/rfqs/{rfq.Number}");
    }

    public static Task<Guid> Of(this Office office, string userName) => office.Look(db => db.Memberships.Where(x => x.UserName == userName).Select(x => x.OrganisationId).FirstAsync());

    public static Task<Membership> Member(this Office office, string userName) => office.Look(db => db.Memberships.AsNoTracking().Where(x => x.UserName == userName).FirstAsync());
}
