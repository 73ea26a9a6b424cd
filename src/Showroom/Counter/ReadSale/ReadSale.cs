using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.ReadSale;

/// <summary>A sale as its receipt shows it.</summary>
/// <param name="Token">Instead of the id: the end of the electronic receipt's address.</param>
internal sealed record ReadSaleQuery(Guid SaleId, string? Token = null) : IQuery<SaleReceipt>;

/// <summary>What is printed: facts of the sale alone, no computed benefit.</summary>
/// <param name="Growers">Counties and cooperatives the goods came from, each once.</param>
internal sealed record SaleReceipt(
    Guid Id, string Number, string Showroom, DateTime SoldAt, string Cashier, IReadOnlyList<ReceiptLine> Lines, long Pieces, long TotalFen,
    IReadOnlyList<ReceiptTender> Tenders, long ChangeFen, IReadOnlyList<string> Growers,
    long DiscountFen, bool Offline, int Reprints, bool IsVoid, long ReturnedFen, string Token, string? MemberPhone, string DeviceId);

/// <summary>One printed line.</summary>
internal sealed record ReceiptLine(string Name, long UnitPriceFen, long Quantity, long AmountFen, long DiscountFen, long? Grams, long ReturnedQuantity);

/// <summary>Money given.</summary>
internal sealed record ReceiptTender(TenderKind Kind, long AmountFen);

internal sealed class ReadSaleHandler(ShowroomDb db) : IRequestHandler<ReadSaleQuery, SaleReceipt>
{
    public async Task<SaleReceipt> Handle(ReadSaleQuery request, CancellationToken cancellationToken)
    {
        var sale = await db.Sales.AsNoTracking().AsSplitQuery().Include(x => x.Lines).Include(x => x.Tenders).FirstOrDefaultAsync(x => request.Token == null ? x.Id == request.SaleId : x.Token == request.Token, cancellationToken)
            ?? throw new NotFound("The sale");
        var showroom = await db.Locations.Where(x => x.Id == sale.LocationId).Select(x => x.Name).FirstAsync(cancellationToken);
        var lines = sale.Lines.OrderBy(x => x.Line).ToList();
        return new(sale.Id, sale.Number, showroom, sale.SoldAt, sale.Cashier,
            [.. lines.Select(x => new ReceiptLine(x.Name, x.UnitPriceFen, x.Quantity, x.AmountFen, x.DiscountFen, x.Grams, x.ReturnedQuantity))], lines.Sum(x => x.Quantity), sale.TotalFen,
            [.. sale.Tenders.OrderBy(x => x.Line).Select(x => new ReceiptTender(x.Kind, x.AmountFen))], sale.ChangeFen,
            [.. lines.Select(x => $"{x.County} {x.Cooperative}").Distinct()],
            sale.DiscountFen, sale.Offline, sale.Reprints, sale.IsVoid, lines.Sum(x => x.ReturnedFen), sale.Token, sale.MemberPhone, sale.DeviceId);
    }
}
