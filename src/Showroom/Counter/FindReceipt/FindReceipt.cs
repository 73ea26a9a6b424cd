using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.FindReceipt;

/// <summary>The sale behind a receipt: by its number as typed, or by its code as scanned. Null when there is none.</summary>
/// <param name="Text">The number, or the address the code holds, or its end.</param>
internal sealed record FindReceiptQuery(string Text) : IQuery<FoundReceipt?>;

/// <summary>What can still come back.</summary>
internal sealed record FoundReceipt(Guid SaleId, string Number, string DeviceId, DateTime SoldAt, string Cashier, long TotalFen, bool IsVoid, IReadOnlyList<ReturnableLine> Lines, IReadOnlyList<ReturnableTender> Tenders);

/// <summary>One line, with what has not come back yet.</summary>
/// <param name="LeftFen">What the rest cost.</param>
internal sealed record ReturnableLine(int Line, string Name, long UnitPriceFen, long Quantity, long Left, long LeftFen);

/// <summary>Money that can go back one way, fen.</summary>
internal sealed record ReturnableTender(TenderKind Kind, long LeftFen);

internal sealed class FindReceiptHandler(ShowroomDb db) : IRequestHandler<FindReceiptQuery, FoundReceipt?>
{
    public async Task<FoundReceipt?> Handle(FindReceiptQuery request, CancellationToken cancellationToken)
    {
        var text = request.Text.Trim();
        if (text.LastIndexOf("/r/", StringComparison.Ordinal) is >= 0 and var at) text = text[(at + 3)..];
        if (text.Length is 0 or > 64) return null;
        var number = text.ToUpperInvariant();
        var sale = await db.Sales.AsNoTracking().AsSplitQuery().Include(x => x.Lines).Include(x => x.Tenders).FirstOrDefaultAsync(x => x.Number == number || x.Token == text, cancellationToken);
        if (sale is null) return null;
        var kept = sale.DrawerEntries().ToDictionary(x => x.Line, x => x.AmountFen);
        return new(sale.Id, sale.Number, sale.DeviceId, sale.SoldAt, sale.Cashier, sale.TotalFen, sale.IsVoid,
            [.. sale.Lines.OrderBy(x => x.Line).Select(x => new ReturnableLine(x.Line, x.Name, x.UnitPriceFen, x.Quantity, x.Quantity - x.ReturnedQuantity, x.AmountFen - x.ReturnedFen))],
            [.. sale.Tenders.GroupBy(x => x.Kind).Select(x => new ReturnableTender(x.Key, x.Sum(t => kept[t.Line] - t.ReturnedFen)))]);
    }
}
