using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.ListTills;

/// <summary>The tills on which a shift can be opened: those without one, or the one that asks.</summary>
internal sealed record ListTillsQuery(string? DeviceId) : IQuery<IReadOnlyList<TillChoice>>;

/// <summary>A till; number 0 has not sold yet.</summary>
internal sealed record TillChoice(string DeviceId, int Terminal);

internal sealed class ListTillsHandler(ShowroomDb db) : IRequestHandler<ListTillsQuery, IReadOnlyList<TillChoice>>
{
    public async Task<IReadOnlyList<TillChoice>> Handle(ListTillsQuery request, CancellationToken cancellationToken)
    {
        var taken = db.Shifts.Where(x => x.Kind == ShiftKind.Opened && x.State == ShiftState.Open).Select(x => x.Id);
        var tills = await db.Tills.AsNoTracking().Where(x => request.DeviceId == null || x.DeviceId == request.DeviceId).OrderBy(x => x.Terminal).Take(200)
            .Select(x => new { x.DeviceId, x.Terminal, IsTaken = x.OpenShiftId != null && taken.Contains(x.OpenShiftId.Value) }).ToListAsync(cancellationToken);
        return request.DeviceId is { } asks && tills.Count == 0 ? [new(asks, 0)] : [.. tills.Where(x => !x.IsTaken).Select(x => new TillChoice(x.DeviceId, x.Terminal))];
    }
}
