using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Rfqs;

/// <summary>A quote as it comes in; kept in memory only and silent about its prices.</summary>
/// <param name="Lines">Lines it quotes for, each once; the others are left out.</param>
/// <param name="ValidUntil">China date, from the day of the deadline on, within 180 days after it.</param>
/// <param name="Note">At most 200 characters.</param>
internal sealed record SentQuote(IReadOnlyList<SentLine> Lines, DateOnly ValidUntil, string? Note = null)
{
    public override string ToString() => "[quote]";
}

/// <summary>One line of a quote.</summary>
/// <param name="Line">Number of the request's line.</param>
/// <param name="UnitPriceFen">Fen for one unit, delivered, tax included.</param>
/// <param name="Quantity">How many it can supply.</param>
/// <param name="Code">Code of its own article; without one the article asked for, if it is its own.</param>
internal sealed record SentLine(int Line, long UnitPriceFen, long Quantity, string? Code = null)
{
    public override string ToString() => "[line]";
}

/// <summary>Makes the keyed hash by which a repeated quote is recognised: a plain hash would let readers of the database try out prices.</summary>
internal sealed class QuoteDoor(ProcurementDb db, SealVault vault)
{
    /// <exception cref="NotFound">Not invited, or no such request.</exception>
    public async Task<string> Fingerprint(Actor actor, Guid rfqId, SentQuote sent, CancellationToken cancellationToken)
    {
        var supplier = actor.Organisation(ProcurementPermissions.Supply);
        var key = await db.RfqKeys.AsNoTracking().FirstOrDefaultAsync(x => x.RfqId == rfqId && db.RfqInvitations.Any(i => i.RfqId == rfqId && i.SupplierId == supplier), cancellationToken) ?? throw new NotFound("The request for quotes");
        if (await db.Rfqs.AsNoTracking().Where(x => x.Id == rfqId).Select(x => x.State).SingleAsync(cancellationToken) == RfqState.Withdrawn) throw new RuleBroken("rfq.late", "The request takes no quotes any more.");
        return vault.Stamp(key, JsonSerializer.SerializeToUtf8Bytes(sent));
    }
}
