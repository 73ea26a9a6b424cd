using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Rfqs.Checks;

internal sealed class QuotesAreAsSealed(ProcurementDb db, SealVault vault) : IInvariant
{
    public string Rule => "What the opening wrote down is what lies in the sealed entries, and no entry was exchanged, forged or lost";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var rfq in await db.Rfqs.AsNoTracking().Where(x => x.PublishedAt != null).OrderBy(x => x.Id).Select(x => new { x.Id, x.Number, x.Entries, x.State, x.OpenedAt, x.Deadline }).ToListAsync(cancellationToken))
        {
            var entries = await db.SealedQuotes.AsNoTracking().Where(x => x.RfqId == rfq.Id).ToListAsync(cancellationToken);
            if (entries.Count != rfq.Entries) found.Add($"{rfq.Number}: {rfq.Entries} entries came, {entries.Count} are there");
            if (rfq.State == RfqState.Withdrawn) continue; // its keys are gone on purpose
            var key = await db.RfqKeys.AsNoTracking().FirstOrDefaultAsync(x => x.RfqId == rfq.Id, cancellationToken);
            if (key is null) { found.Add($"{rfq.Number}: no key"); continue; }
            try { await Compare(rfq.Number, rfq.Deadline, rfq.OpenedAt is not null, key, entries, found, cancellationToken); }
            catch (RuleBroken broken) { found.Add($"{rfq.Number}: {broken.Code}"); }
        }
        return found;
    }

    private async Task Compare(string number, DateTime deadline, bool isOpened, RfqKey key, List<SealedQuote> entries, List<string> found, CancellationToken cancellationToken)
    {
        if (vault.DeadlineOf(key) != deadline) found.Add($"{number}: deadline {deadline:O}, published {vault.DeadlineOf(key):O}");
        found.AddRange(entries.Where(x => !QuoteEntry.IsAsReceived(vault, key, x)).Select(x => $"{number}: entry {x.Revision} of {x.SupplierId} is not what was received"));
        var opened = await db.Opened(key.RfqId, cancellationToken);
        if (!isOpened) { found.AddRange(opened.Select(x => $"{number}: entry {x.Revision} of {x.SupplierId} is opened too early")); return; }
        using var pair = vault.Open(key);
        foreach (var quote in opened.Where(x => x.IsSound))
        {
            var entry = entries.FirstOrDefault(x => x.SupplierId == quote.SupplierId && x.Revision == quote.Revision);
            var inside = entry is null ? null : QuoteEntry.Read(vault, key, pair, entry);
            var written = quote.Lines.OrderBy(x => x.Line).Select(x => new QuotedLine(x.Line, x.UnitPriceFen, x.Quantity, x.SkuId));
            if (inside is null || inside.ValidUntil != quote.ValidUntil || !inside.Lines.OrderBy(x => x.Line).SequenceEqual(written)) found.Add($"{number}: entry {quote.Revision} of {quote.SupplierId} says something else than was opened");
        }
    }
}

internal sealed class AwardsAreAsQuoted(ProcurementDb db) : IInvariant
{
    public string Rule => "Every awarded line carries the price of the quote that counts, and the lowest one or a reason";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var quoted = db.OpenedQuotes.Where(x => x.Counts && x.IsSound).SelectMany(x => x.Lines);
        return [.. (await db.RfqAwards.Where(a => (a.UnitPriceFen > a.LowestFen && a.Reason == null)
                || !quoted.Any(q => q.RfqId == a.RfqId && q.SupplierId == a.SupplierId && q.Revision == a.Revision && q.Line == a.Line && q.UnitPriceFen == a.UnitPriceFen && q.Quantity >= a.Quantity))
            .Select(x => new { x.RfqId, x.Line, x.UnitPriceFen }).ToListAsync(cancellationToken)).Select(x => $"Line {x.Line} of {x.RfqId}: awarded at {x.UnitPriceFen}")];
    }
}

internal sealed class QuotesAreOpenedInTime(ProcurementDb db, TimeProvider clock) : IInvariant
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    public string Rule => "No request for quotes waits for its opening after its deadline";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - Grace;
        return [.. (await db.Rfqs.Where(x => x.State == RfqState.Open && x.Deadline < before).Select(x => new { x.Number, x.Deadline }).ToListAsync(cancellationToken)).Select(x => $"{x.Number}: deadline {x.Deadline:O}, still sealed")];
    }
}
