using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Rfqs.ShowRfq;

/// <summary>One request as its unit sees it: quotes only after the opening.</summary>
internal sealed record ShowRfqQuery(string Number) : IQuery<RfqFile>;

/// <summary>The request.</summary>
/// <param name="Entries">Sealed entries that came.</param>
/// <param name="MissingEntries">Entries that came and are not there any more.</param>
/// <param name="Quotes">The last entry of each cooperative with the revisions before it; empty before the opening.</param>
internal sealed record RfqFile(Guid Id, string Number, string State, string Title, string Buyer, string Place, string? Note, DateTime Deadline, string RequestedBy, Guid RequestedById, DateTime? PublishedAt, DateTime? OpenedAt,
    string? EndNote, string? AwardedBy, int Invited, long Entries, long MissingEntries, IReadOnlyList<AskedLine> Lines, IReadOnlyList<ComparedQuote> Quotes, IReadOnlyList<GivenLine> Awards, IReadOnlyList<OrderedAward> Orders);

/// <summary>A line that is asked for.</summary>
internal sealed record AskedLine(int Line, Guid? SkuId, string? Code, string Name, string? County, long Quantity, string Unit, DateOnly WantedOn);

/// <summary>A cooperative's quote after the opening.</summary>
/// <param name="IsSound">False: the entry is not what was received, nothing in it is believed.</param>
/// <param name="TotalFen">What can be supplied of what is asked, at its prices.</param>
/// <param name="Lines">Its lines; with what the revision before said.</param>
internal sealed record ComparedQuote(Guid SupplierId, string Supplier, bool IsSound, bool IsValid, int Revision, string Receipt, DateTime ReceivedAt, DateOnly? ValidUntil, string? Note, long TotalFen, IReadOnlyList<ComparedLine> Lines, IReadOnlyList<int> UnsoundRevisions);

/// <summary>A quoted line; the former figures are null when nothing was changed.</summary>
internal sealed record ComparedLine(int Line, long UnitPriceFen, long Quantity, Guid? SkuId, bool IsLowest, IReadOnlyList<FormerLine> Former);

/// <summary>What an earlier revision said of the line; no figures: it did not quote for it.</summary>
internal sealed record FormerLine(int Revision, long? UnitPriceFen, long? Quantity);

/// <summary>Who got a line.</summary>
internal sealed record GivenLine(int Line, Guid SupplierId, string Supplier, Guid? SkuId, long Quantity, long UnitPriceFen, long LowestFen, string? Reason);

/// <summary>The purchase order made of what a cooperative won.</summary>
internal sealed record OrderedAward(Guid SupplierId, Guid OrderId, string OrderNumber);

internal sealed class ShowRfqHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<ShowRfqQuery, RfqFile>
{
    public async Task<RfqFile> Handle(ShowRfqQuery query, CancellationToken cancellationToken)
    {
        var within = db.Within(request.Actor, ProcurementPermissions.Read);
        var rfq = (query.Number.Length <= 30 ? await db.Rfqs.AsNoTracking().Include(x => x.Lines).FirstOrDefaultAsync(x => x.Number == query.Number && within.Contains(x.BuyerId), cancellationToken) : null) ?? throw new NotFound("The request for quotes");
        var opened = rfq.OpenedAt is null ? [] : await db.Opened(rfq.Id, cancellationToken);
        var sealedEntries = await db.SealedQuotes.AsNoTracking().Where(x => x.RfqId == rfq.Id).Select(x => new { x.SupplierId, x.Revision, x.Receipt, x.ReceivedAt }).ToListAsync(cancellationToken);
        var awards = await db.RfqAwards.AsNoTracking().Where(x => x.RfqId == rfq.Id).OrderBy(x => x.Line).ToListAsync(cancellationToken);
        var names = await db.Organisations.AsNoTracking().Where(x => x.Id == rfq.BuyerId || db.RfqInvitations.Any(i => i.RfqId == rfq.Id && i.SupplierId == x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        var today = clock.Today();
        var asked = rfq.Lines.ToDictionary(x => x.Line, x => x.Quantity);
        var lowest = opened.Where(x => x.Counts && x.IsSound && x.ValidUntil >= today).SelectMany(x => x.Lines).GroupBy(x => x.Line).ToDictionary(x => x.Key, x => x.Min(l => l.UnitPriceFen));
        var quotes = opened.Where(x => x.Counts).Select(x =>
        {
            var entry = sealedEntries.FirstOrDefault(e => e.SupplierId == x.SupplierId && e.Revision == x.Revision);
            var former = opened.Where(o => o.SupplierId == x.SupplierId && o.Revision < x.Revision).ToList();
            return new ComparedQuote(x.SupplierId, names.GetValueOrDefault(x.SupplierId, ""), x.IsSound, x.IsSound && x.ValidUntil >= today, x.Revision, entry?.Receipt ?? "", entry?.ReceivedAt ?? default, x.ValidUntil, x.Note,
                x.Lines.Sum(l => Math.Min(l.Quantity, asked.GetValueOrDefault(l.Line)) * l.UnitPriceFen),
                [.. x.Lines.OrderBy(l => l.Line).Select(l => new ComparedLine(l.Line, l.UnitPriceFen, l.Quantity, l.SkuId, lowest.TryGetValue(l.Line, out var least) && least == l.UnitPriceFen, Former(former, l)))],
                [.. former.Where(f => !f.IsSound).Select(f => f.Revision)]);
        }).OrderBy(x => x.TotalFen == 0).ThenBy(x => x.TotalFen).ToList();
        return new RfqFile(rfq.Id, rfq.Number, rfq.State.ToString(), rfq.Title, names[rfq.BuyerId], rfq.Place, rfq.Note, rfq.Deadline, rfq.RequestedByName, rfq.RequestedBy, rfq.PublishedAt, rfq.OpenedAt, rfq.EndNote, rfq.AwardedByName,
            names.Count - 1, rfq.Entries, rfq.OpenedAt is null ? 0 : rfq.Entries - sealedEntries.Count, [.. rfq.Lines.OrderBy(x => x.Line).Select(x => new AskedLine(x.Line, x.SkuId, x.Code, x.Name, x.County, x.Quantity, x.Unit, x.WantedOn))], quotes,
            [.. awards.Select(x => new GivenLine(x.Line, x.SupplierId, names.GetValueOrDefault(x.SupplierId, ""), x.SkuId, x.Quantity, x.UnitPriceFen, x.LowestFen, x.Reason))],
            [.. (await db.RfqOrders.AsNoTracking().Where(x => x.RfqId == rfq.Id).ToListAsync(cancellationToken)).Select(x => new OrderedAward(x.SupplierId, x.OrderId, x.OrderNumber))]);
    }

    /// <summary>What earlier revisions said otherwise.</summary>
    private static IReadOnlyList<FormerLine> Former(IEnumerable<OpenedQuote> former, OpenedLine now) =>
        [.. former.Where(x => x.IsSound).Select(x => (x.Revision, Line: x.Lines.FirstOrDefault(l => l.Line == now.Line))).Where(x => x.Line?.UnitPriceFen != now.UnitPriceFen || x.Line?.Quantity != now.Quantity)
            .Select(x => new FormerLine(x.Revision, x.Line?.UnitPriceFen, x.Line?.Quantity))];
}
