using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Rfqs.ShowInvitation;

/// <summary>One request as an invited cooperative sees it: never another's quote, its own prices only after the opening.</summary>
internal sealed record ShowInvitationQuery(string Number) : IQuery<InvitationFile>;

/// <summary>The request, the cooperative's receipts and, after the award, what it won.</summary>
internal sealed record InvitationFile(Guid Id, string Number, string State, string Title, string Buyer, string Place, string? Note, DateTime Deadline, string? EndNote, IReadOnlyList<InvitedLine> Lines, IReadOnlyList<MyEntry> Entries);

/// <summary>A line that is asked for and, once opened, what the cooperative quoted.</summary>
/// <param name="Won">Null until the award, and where nothing was quoted.</param>
internal sealed record InvitedLine(int Line, string? Code, bool IsOwn, string Name, string? County, long Quantity, string Unit, DateOnly WantedOn, long? MyUnitPriceFen, long? MyQuantity, bool? Won, long? WonQuantity);

/// <summary>Receipt of one entry.</summary>
/// <param name="IsSound">After the opening: whether it is what was received; null before and for withdrawn quotes.</param>
internal sealed record MyEntry(int Revision, string Receipt, DateTime ReceivedAt, bool IsWithdrawal, string SentBy, bool? IsSound);

internal sealed class ShowInvitationHandler(ProcurementDb db, Catalog.Contracts.IBulkOffers offers, RequestContext request) : IRequestHandler<ShowInvitationQuery, InvitationFile>
{
    public async Task<InvitationFile> Handle(ShowInvitationQuery query, CancellationToken cancellationToken)
    {
        var supplier = request.Actor.Organisation(ProcurementPermissions.Supply);
        var id = query.Number.Length <= 30 ? await db.Rfqs.Where(x => x.Number == query.Number).Select(x => x.Id).FirstOrDefaultAsync(cancellationToken) : default;
        var rfq = await db.RfqOfSupplier(supplier, id, cancellationToken);
        var mine = (await db.Opened(rfq.Id, cancellationToken)).Where(x => x.SupplierId == supplier).ToList();
        var quoted = mine.FirstOrDefault(x => x.Counts)?.Lines.ToDictionary(x => x.Line) ?? [];
        var won = await db.RfqAwards.AsNoTracking().Where(x => x.RfqId == rfq.Id && x.SupplierId == supplier).ToDictionaryAsync(x => x.Line, cancellationToken);
        var entries = await db.SealedQuotes.AsNoTracking().Where(x => x.RfqId == rfq.Id && x.SupplierId == supplier).OrderBy(x => x.Revision).Select(x => new { x.Revision, x.Receipt, x.ReceivedAt, x.IsWithdrawal, x.SentBy }).ToListAsync(cancellationToken);
        var own = await offers.Find([.. rfq.Lines.Where(x => x.SkuId is not null).Select(x => x.SkuId!.Value).Distinct()], cancellationToken);
        var buyer = await db.Organisations.Where(x => x.Id == rfq.BuyerId).Select(x => x.Name).SingleAsync(cancellationToken);
        return new InvitationFile(rfq.Id, rfq.Number, rfq.State.ToString(), rfq.Title, buyer, rfq.Place, rfq.Note, rfq.Deadline, rfq.EndNote, [.. rfq.Lines.OrderBy(x => x.Line).Select(x =>
        {
            var line = quoted.GetValueOrDefault(x.Line);
            return new InvitedLine(x.Line, x.Code, x.SkuId is { } sku && own.GetValueOrDefault(sku)?.Offer.CooperativeId == supplier, x.Name, x.County, x.Quantity, x.Unit, x.WantedOn, line?.UnitPriceFen, line?.Quantity,
                rfq.State is RfqState.Awarded or RfqState.Failed && line is not null ? won.ContainsKey(x.Line) : null, won.GetValueOrDefault(x.Line)?.Quantity);
        })], [.. entries.Select(x => new MyEntry(x.Revision, x.Receipt, x.ReceivedAt, x.IsWithdrawal, x.SentBy, mine.FirstOrDefault(o => o.Revision == x.Revision)?.IsSound))]);
    }
}
