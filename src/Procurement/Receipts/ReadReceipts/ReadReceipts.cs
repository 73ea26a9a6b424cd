using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Receipts.ReadReceipts;

/// <summary>Receipts of an order, or all that wait for the second person; newest first, at most 200.</summary>
/// <param name="OrderId">Of this order only.</param>
/// <param name="AsSupplier">Asked by the cooperative: signed ones only.</param>
internal sealed record ReadReceiptsQuery(Guid? OrderId = null, bool AsSupplier = false) : IQuery<IReadOnlyList<ReceiptFile>>;

/// <summary>A receipt as papers and pages show it.</summary>
internal sealed record ReceiptFile(
    Guid Id, string Number, string State, Guid DeliveryId, string DeliveryNumber, string OrderNumber, string Supplier, int? TemperatureTenths, string? Note, long GoodsFen, long FreightFen, Guid RecordedBy, string RecordedByName,
    DateTime RecordedAt, string? CheckedByName, DateTime? CheckedAt, string? CheckNote, IReadOnlyList<ReceiptLineFile> Lines);

/// <summary>What was found of a line.</summary>
internal sealed record ReceiptLineFile(int Line, string Name, long Accepted, long Rejected, long? Grams, long UnitPriceFen, long AmountFen, string? Reason, string? Consent, string? Batch, string? Certificate);

internal sealed class ReadReceiptsHandler(ProcurementDb db, RequestContext request) : IRequestHandler<ReadReceiptsQuery, IReadOnlyList<ReceiptFile>>
{
    public async Task<IReadOnlyList<ReceiptFile>> Handle(ReadReceiptsQuery query, CancellationToken cancellationToken)
    {
        var visible = Visible(query);
        visible = query.OrderId is { } order ? visible.Where(x => x.OrderId == order) : visible.Where(x => x.State == ReceiptState.Recorded);
        var rows = await (from x in visible.OrderByDescending(x => x.Id).Take(200)
                          join supplier in db.Organisations on x.SupplierId equals supplier.Id
                          orderby x.Id descending
                          select new { Receipt = x, x.Lines, Supplier = supplier.Name }).AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        return [.. rows.Select(x => new ReceiptFile(x.Receipt.Id, x.Receipt.Number, x.Receipt.State.ToString(), x.Receipt.DeliveryId, x.Receipt.DeliveryNumber, x.Receipt.OrderNumber, x.Supplier, x.Receipt.TemperatureTenths, x.Receipt.Note,
            x.Receipt.GoodsFen, x.Receipt.FreightFen, x.Receipt.RecordedBy, x.Receipt.RecordedByName, x.Receipt.RecordedAt, x.Receipt.CheckedByName, x.Receipt.CheckedAt, x.Receipt.CheckNote,
            [.. x.Lines.OrderBy(line => line.Line).Select(line => new ReceiptLineFile(line.Line, line.Name, line.Accepted, line.Rejected, line.Grams, line.UnitPriceFen, line.AmountFen, line.Reason, line.Consent, line.Batch, line.Certificate))]))];
    }

    private IQueryable<Receipt> Visible(ReadReceiptsQuery query)
    {
        if (query.AsSupplier)
        {
            var supplier = request.Actor.Organisation(ProcurementPermissions.Supply);
            return db.Receipts.Where(x => x.SupplierId == supplier && x.State == ReceiptState.Signed);
        }
        var within = db.Within(request.Actor, ProcurementPermissions.Read);
        return db.Receipts.Where(x => within.Contains(x.BuyerId));
    }
}
