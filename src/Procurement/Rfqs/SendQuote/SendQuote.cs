using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Rfqs.SendQuote;

/// <summary>A cooperative's sealed quote, its revision, or its withdrawal. What is remembered of the command is a keyed hash of the quote, never the quote.</summary>
/// <param name="RfqId">The request.</param>
/// <param name="Fingerprint">From <see cref="QuoteDoor"/>; null for a withdrawal.</param>
/// <param name="Sent">The quote; null withdraws what was sent.</param>
internal sealed record SendQuoteCommand(Guid RfqId, string? Fingerprint, [property: JsonIgnore] SentQuote? Sent) : ICommand<QuoteReceipt>;

/// <summary>What the cooperative keeps as proof.</summary>
/// <param name="Revision">From 1; the last one before the deadline counts.</param>
/// <param name="Receipt">SHA-256 of the sealed entry and where it belongs.</param>
/// <param name="ReceivedAt">Server's clock, UTC.</param>
internal sealed record QuoteReceipt(int Revision, string Receipt, DateTime ReceivedAt);

internal sealed class SendQuoteValidator : AbstractValidator<SendQuoteCommand>
{
    // No message repeats what was typed: answers and logs stay free of prices.
    public SendQuoteValidator() => When(x => x.Sent is not null, () =>
    {
        RuleFor(x => x.Sent!.Lines).NotEmpty().WithMessage("At least one line.").Must(x => x is null or { Count: <= 50 }).WithMessage("At most 50 lines.")
            .Must(x => x is null || x.All(line => line is not null) && x.Select(line => line.Line).Distinct().Count() == x.Count).WithMessage("Each line once.").OverridePropertyName("Lines");
        RuleForEach(x => x.Sent!.Lines).ChildRules(line =>
        {
            line.RuleFor(x => x.UnitPriceFen).InclusiveBetween(1, 100_000_000).WithMessage("A price above zero.");
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 100_000).WithMessage("From 1 to 100,000.");
            line.RuleFor(x => x.Code).Must(x => x is null or { Length: <= 40 }).WithMessage("At most 40 characters.");
        }).OverridePropertyName("Lines");
        RuleFor(x => x.Sent!.Note).Must(x => x is null or { Length: <= 200 }).WithMessage("At most 200 characters.").OverridePropertyName("Note");
    });
}

internal sealed class SendQuoteHandler(ProcurementDb db, SealVault vault, IBulkOffers offers, RequestContext request, TimeProvider clock) : IRequestHandler<SendQuoteCommand, QuoteReceipt>
{
    public async Task<QuoteReceipt> Handle(SendQuoteCommand command, CancellationToken cancellationToken)
    {
        var supplier = request.Actor.Organisation(ProcurementPermissions.Supply);
        var rfq = await db.RfqOfSupplier(supplier, command.RfqId, cancellationToken);
        var key = await db.RfqKeys.AsNoTracking().SingleAsync(x => x.RfqId == rfq.Id, cancellationToken);
        if (vault.DeadlineOf(key) != rfq.Deadline) throw new RuleBroken("rfq.deadline-changed", "The deadline is not the one that was published.");
        var text = command.Sent is { } sent ? (await Content(rfq, supplier, sent, cancellationToken)).ToBytes() : null;

        // This update decides: it holds the request's row, so an opening comes wholly before or wholly after.
        var now = clock.UtcNow();
        if (await db.Rfqs.Where(x => x.Id == rfq.Id && x.State == RfqState.Open && x.Deadline > now).ExecuteUpdateAsync(x => x.SetProperty(r => r.Entries, r => r.Entries + 1), cancellationToken) == 0)
            throw Late(rfq);
        var last = await db.SealedQuotes.AsNoTracking().Where(x => x.RfqId == rfq.Id && x.SupplierId == supplier).OrderByDescending(x => x.Revision).Select(x => new { x.Revision, x.IsWithdrawal }).FirstOrDefaultAsync(cancellationToken);
        if (text is null && last is null or { IsWithdrawal: true }) throw new RuleBroken("rfq.no-quote", "There is no quote to withdraw.");
        var entry = QuoteEntry.Of(vault, key, supplier, (last?.Revision ?? 0) + 1, text, request.Actor.Name, now);
        db.Add(entry);
        db.Audit.Add(AuditEntry.Of(request.Actor, now, text is null ? "procurement.quote.withdraw" : "procurement.quote.send", rfq.Number, after: new { supplier, entry.Revision, entry.Receipt }));
        return clock.UtcNow() < rfq.Deadline ? new QuoteReceipt(entry.Revision, entry.Receipt, now) : throw Late(rfq); // the clock ran on while we waited for our turn
    }

    private async Task<QuoteContent> Content(Rfq rfq, Guid supplier, SentQuote sent, CancellationToken cancellationToken)
    {
        var due = BusinessTime.DayOf(rfq.Deadline);
        if (sent.ValidUntil < due || sent.ValidUntil > due.AddDays(180)) throw Invalid("ValidUntil", "From the day of the deadline on, within 180 days.");
        var asked = rfq.Lines.ToDictionary(x => x.Line);
        var own = await offers.Find([.. rfq.Lines.Where(x => x.SkuId is not null).Select(x => x.SkuId!.Value).Distinct()], cancellationToken);
        var lines = new List<QuotedLine>();
        foreach (var line in sent.Lines.OrderBy(x => x.Line))
        {
            if (!asked.TryGetValue(line.Line, out var wanted)) throw Invalid("Lines", "The request has no such line.");
            var offer = string.IsNullOrWhiteSpace(line.Code) ? (wanted.SkuId is { } sku ? own.GetValueOrDefault(sku) : null) : await offers.FindByCode(line.Code.Trim(), cancellationToken);
            if (!string.IsNullOrWhiteSpace(line.Code) && offer?.Offer.CooperativeId != supplier) throw Invalid("Code", "Not an article of yours.");
            lines.Add(new QuotedLine(line.Line, line.UnitPriceFen, line.Quantity, offer?.Offer.CooperativeId == supplier ? offer.Offer.SkuId : null));
        }
        return new QuoteContent(lines, sent.ValidUntil, PlainText.Clean(sent.Note));
    }

    private static RuleBroken Late(Rfq rfq) => new("rfq.late", "The request takes no quotes any more.", new { deadline = rfq.Deadline });

    private static ValidationException Invalid(string field, string why) => new([new ValidationFailure(field, why)]);
}
