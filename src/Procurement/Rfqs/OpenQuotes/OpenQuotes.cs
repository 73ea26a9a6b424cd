using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Rfqs.OpenQuotes;

/// <summary>Opens the quotes of a request whose deadline has passed (开标). A refusal is an answer, not an exception: it goes to the audit log as well.</summary>
internal sealed record OpenQuotesCommand(Guid RfqId) : ICommand<QuoteOpening>;

/// <summary>How it went.</summary>
/// <param name="State">State of the request now.</param>
/// <param name="Refusal">Code of the rule that said no, or null.</param>
/// <param name="Unsound">Entries that are not what was received.</param>
internal sealed record QuoteOpening(string State, string? Refusal, int Unsound);

internal sealed class OpenQuotesHandler(ProcurementDb db, SealVault vault, RequestContext request, TimeProvider clock) : IRequestHandler<OpenQuotesCommand, QuoteOpening>
{
    public async Task<QuoteOpening> Handle(OpenQuotesCommand command, CancellationToken cancellationToken)
    {
        var rfq = await db.Rfqs.AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.RfqId, cancellationToken) ?? throw new NotFound("The request for quotes");
        if (request.Actor.UserId is not null) await db.MustReach(request.Actor, ProcurementPermissions.Read, rfq.BuyerId, cancellationToken);
        if (rfq.State != RfqState.Open) return new QuoteOpening(rfq.State.ToString(), rfq.OpenedAt is null ? "rfq.not-open" : null, 0);

        var key = await db.RfqKeys.AsNoTracking().SingleAsync(x => x.RfqId == rfq.Id, cancellationToken);
        try
        {
            if (vault.DeadlineOf(key) != rfq.Deadline) throw new RuleBroken("rfq.deadline-changed", "The deadline is not the one that was published.");
            using var pair = vault.Open(key);
            var now = clock.UtcNow();
            var version = Guid.CreateVersion7();
            // From here on no entry is taken; what came before is complete.
            var mine = await db.Rfqs.Where(x => x.Id == rfq.Id && x.State == RfqState.Open && x.Deadline <= now)
                .ExecuteUpdateAsync(x => x.SetProperty(r => r.State, RfqState.Closed).SetProperty(r => r.OpenedAt, now).SetProperty(r => r.Version, version), cancellationToken);
            if (mine == 0) return new QuoteOpening(nameof(RfqState.Closed), null, 0);
            var entries = await db.SealedQuotes.AsNoTracking().Where(x => x.RfqId == rfq.Id).OrderBy(x => x.SupplierId).ThenBy(x => x.Revision).ToListAsync(cancellationToken);
            var opened = entries.GroupBy(x => x.SupplierId).SelectMany(of => Open(key, pair, [.. of])).ToList();
            db.AddRange(opened);
            var unsound = opened.Where(x => !x.IsSound).Select(x => new { x.SupplierId, x.Revision }).ToList();
            db.Audit.Add(AuditEntry.Of(request.Actor, now, "procurement.rfq.open", rfq.Number, after: new { rfq.Deadline, entries = entries.Count, opened = opened.Count, unsound }));
            return new QuoteOpening(nameof(RfqState.Closed), null, unsound.Count);
        }
        catch (RuleBroken refusal) when (refusal.Code is "rfq.sealed" or "rfq.key-lost" or "rfq.deadline-changed")
        {
            if (await IsKnown(rfq.Number, cancellationToken)) return new QuoteOpening(rfq.State.ToString(), refusal.Code, 0);
            db.Audit.Add(AuditEntry.Of(request.Actor, clock.UtcNow(), "procurement.rfq.open-refused", rfq.Number, after: new { code = refusal.Code, rfq.Deadline }));
            return new QuoteOpening(rfq.State.ToString(), refusal.Code, 0);
        }
    }

    /// <summary>The job tries every few seconds; that it failed is written down once an hour. What people try is written down every time.</summary>
    private async Task<bool> IsKnown(string number, CancellationToken cancellationToken)
    {
        var (since, who) = (clock.UtcNow().AddHours(-1), request.Actor.Key);
        return request.Actor.UserId is null && await db.Audit.AnyAsync(x => x.Subject == number && x.Action == "procurement.rfq.open-refused" && x.ActorKey == who && x.At > since, cancellationToken);
    }

    /// <summary>All revisions of one cooperative; nothing when its last word is a withdrawal.</summary>
    private IEnumerable<OpenedQuote> Open(RfqKey key, System.Security.Cryptography.ECDiffieHellman pair, IReadOnlyList<SealedQuote> entries)
    {
        var last = entries[^1];
        if (last.IsWithdrawal && QuoteEntry.IsAsReceived(vault, key, last)) yield break;
        foreach (var entry in entries.Where(x => !x.IsWithdrawal || x == last))
        {
            var content = QuoteEntry.Read(vault, key, pair, entry);
            yield return new OpenedQuote(entry.RfqId, entry.SupplierId, entry.Revision, content is not null, entry == last, content?.ValidUntil, content?.Note).With(content?.Lines ?? []);
        }
    }
}

/// <summary>Opens quotes by itself soon after the deadline, each request in a transaction of its own.</summary>
internal sealed class OpenQuotesJob(ProcurementDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OpenQuotesJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task Run(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var due = await db.Rfqs.AsNoTracking().Where(x => x.State == RfqState.Open && x.Deadline <= now).OrderBy(x => x.Deadline).Select(x => new { x.Id, x.Number }).Take(100).ToListAsync(cancellationToken);
        foreach (var rfq in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            var opening = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new OpenQuotesCommand(rfq.Id), cancellationToken);
            if (opening.Refusal is not null) log.LogError("Quotes of {Rfq} cannot be opened: {Refusal}", rfq.Number, opening.Refusal);
            else if (opening.Unsound > 0) log.LogError("{Unsound} entries of {Rfq} are not what was received", opening.Unsound, rfq.Number);
        }
    }
}
