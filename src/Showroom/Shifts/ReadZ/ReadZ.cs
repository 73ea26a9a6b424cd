using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.ReadZ;

/// <summary>A shift report as it was written.</summary>
internal sealed record ReadZQuery(string Number) : IQuery<ShiftReport>;

/// <summary>What is printed at the hand-over (交班单).</summary>
internal sealed record ShiftReport(ZReport Z, string Showroom, int Terminal, string Kind, string Cashier, DateTime OpenedAt);

internal sealed class ReadZValidator : AbstractValidator<ReadZQuery>
{
    public ReadZValidator() => RuleFor(x => x.Number).NotEmpty().MaximumLength(20);
}

internal sealed class ReadZHandler(ShowroomDb db, RequestContext context) : IRequestHandler<ReadZQuery, ShiftReport>
{
    public async Task<ShiftReport> Handle(ReadZQuery request, CancellationToken cancellationToken)
    {
        var z = await db.ZReports.AsNoTracking().Include(x => x.Tenders).FirstOrDefaultAsync(x => x.Number == request.Number, cancellationToken) ?? throw new NotFound("The report");
        var shift = await db.Shifts.AsNoTracking().FirstAsync(x => x.Id == z.ShiftId, cancellationToken);
        if (!context.Actor.Can(ShowroomPermissions.ReadShifts)) shift.MustBelongTo(context.Actor);
        var place = await db.Locations.Where(x => x.Id == shift.LocationId).Select(x => x.Name).FirstAsync(cancellationToken);
        return new(z, place, shift.Terminal, shift.Kind.ToString(), shift.Cashier, shift.OpenedAt);
    }
}
