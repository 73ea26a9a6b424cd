using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.ReadReturn;

/// <summary>A return as its slip shows it.</summary>
internal sealed record ReadReturnQuery(Guid ReturnId) : IQuery<ReturnSlip>;

/// <summary>What is printed.</summary>
internal sealed record ReturnSlip(Guid Id, string Number, string Showroom, string? SaleNumber, bool IsVoid, DateTime At, string Cashier, string? ApprovedBy, string Reason, IReadOnlyList<SlipLine> Lines, IReadOnlyList<SlipRefund> Refunds, long TotalFen);

/// <summary>Goods that came back.</summary>
internal sealed record SlipLine(string Name, long Quantity, long AmountFen, GoodsFate Fate);

/// <summary>Money that went back.</summary>
internal sealed record SlipRefund(TenderKind Kind, long AmountFen);

internal sealed class ReadReturnHandler(ShowroomDb db) : IRequestHandler<ReadReturnQuery, ReturnSlip>
{
    public async Task<ReturnSlip> Handle(ReadReturnQuery request, CancellationToken cancellationToken)
    {
        var back = await db.SaleReturns.AsNoTracking().AsSplitQuery().Include(x => x.Lines).Include(x => x.Refunds).FirstOrDefaultAsync(x => x.Id == request.ReturnId, cancellationToken) ?? throw new NotFound("The return");
        var showroom = await db.Locations.Where(x => x.Id == back.LocationId).Select(x => x.Name).FirstAsync(cancellationToken);
        var sale = await db.Sales.Where(x => x.Id == back.SaleId).Select(x => x.Number).FirstOrDefaultAsync(cancellationToken);
        return new(back.Id, back.Number, showroom, sale, back.IsVoid, back.At, back.Cashier, back.ApprovedBy, back.Reason,
            [.. back.Lines.OrderBy(x => x.Line).Select(x => new SlipLine(x.Name, x.Quantity, x.AmountFen, x.Fate))], [.. back.Refunds.OrderBy(x => x.Line).Select(x => new SlipRefund(x.Kind, x.AmountFen))], back.TotalFen);
    }
}
