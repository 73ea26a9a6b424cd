using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.FindShift;

/// <summary>The shifts of a till that are not closed: the one its sales go to, counted ones that wait for a reason, late ones.</summary>
internal sealed record FindShiftQuery(string? DeviceId) : IQuery<IReadOnlyList<UnclosedShift>>;

/// <summary>A shift without a Z report.</summary>
internal sealed record UnclosedShift(Guid Id, string DeviceId, int Terminal, string Kind, string State, string Cashier, string CashierKey, DateTime OpenedAt, long FloatFen, bool IsCurrent);

internal sealed class FindShiftValidator : AbstractValidator<FindShiftQuery>
{
    public FindShiftValidator() => RuleFor(x => x.DeviceId).MaximumLength(64);
}

internal sealed class FindShiftHandler(ShowroomDb db) : IRequestHandler<FindShiftQuery, IReadOnlyList<UnclosedShift>>
{
    public async Task<IReadOnlyList<UnclosedShift>> Handle(FindShiftQuery request, CancellationToken cancellationToken)
    {
        var current = await db.Tills.Where(x => x.OpenShiftId != null).Select(x => x.OpenShiftId).ToListAsync(cancellationToken);
        var shifts = await db.Shifts.AsNoTracking().Where(x => x.State != ShiftState.Closed && (request.DeviceId == null || x.DeviceId == request.DeviceId))
            .OrderBy(x => x.Terminal).ThenByDescending(x => x.OpenedAt).Take(100).ToListAsync(cancellationToken);
        return [.. shifts.Select(x => new UnclosedShift(x.Id, x.DeviceId, x.Terminal, x.Kind.ToString(), x.State.ToString(), x.Cashier, x.CashierKey, x.OpenedAt, x.FloatFen, current.Contains(x.Id)))];
    }
}
