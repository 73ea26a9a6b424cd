using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.ReadX;

/// <summary>A shift as it stands now.</summary>
internal sealed record ReadXQuery(Guid ShiftId) : IQuery<XReport>;

/// <summary>The X report. Whoever will count the drawer is not told what must be in it: cash and the sums that give it away are for managers alone until the count.</summary>
internal sealed record XReport(
    Guid ShiftId, string DeviceId, int Terminal, string Kind, string State, string Cashier, DateTime OpenedAt, long FloatFen, int SalesCount, long? SalesFen, long DiscountFen,
    int ReturnsCount, long? ReturnsFen, int VoidsCount, long? VoidsFen, long CashInFen, long CashOutFen, long? ExpectedFen, long? CountedFen, string? ZNumber,
    IReadOnlyList<XTender> Tenders, IReadOnlyList<MovedDrawer> Movements);

/// <summary>One way of paying; without sums while they are hidden.</summary>
internal sealed record XTender(string Kind, long? TakenFen, long? ReturnedFen);

/// <summary>Cash put in or taken out.</summary>
internal sealed record MovedDrawer(long AmountFen, string Reason, string By, DateTime At);

internal sealed class ReadXHandler(ShowroomDb db, RequestContext context) : IRequestHandler<ReadXQuery, XReport>
{
    public async Task<XReport> Handle(ReadXQuery request, CancellationToken cancellationToken)
    {
        var shift = await db.Shifts.AsNoTracking().Include(x => x.Movements).FirstOrDefaultAsync(x => x.Id == request.ShiftId, cancellationToken) ?? throw new NotFound("The shift");
        shift.MustBelongTo(context.Actor);
        var x = DrawerFigures.Of(shift, await db.DrawerEntries.AsNoTracking().Where(e => e.ShiftId == shift.Id).ToListAsync(cancellationToken));
        var z = await db.ZReports.Where(r => r.ShiftId == shift.Id).Select(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        var open = shift.State != ShiftState.Open || context.Actor.Can(ShowroomPermissions.Approve);
        return new(shift.Id, shift.DeviceId, shift.Terminal, shift.Kind.ToString(), shift.State.ToString(), shift.Cashier, shift.OpenedAt, x.FloatFen, x.SalesCount, open ? x.SalesFen : null, x.DiscountFen,
            x.ReturnsCount, open ? x.ReturnsFen : null, x.VoidsCount, open ? x.VoidsFen : null, x.CashInFen, x.CashOutFen, open ? x.ExpectedFen : null, shift.CountedFen, z,
            [.. x.Tenders.Select(t => open || t.Kind != TenderKind.Cash ? new XTender(t.Kind.ToString(), t.TakenFen, t.ReturnedFen) : new(t.Kind.ToString(), null, null))],
            [.. shift.Movements.OrderBy(m => m.Line).Select(m => new MovedDrawer(m.AmountFen, m.Reason, m.By, m.At))]);
    }
}
