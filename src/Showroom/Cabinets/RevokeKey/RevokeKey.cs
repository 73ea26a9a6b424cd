using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.RevokeKey;

/// <summary>A key opens nothing from now on; what was sold with it stays.</summary>
internal sealed record RevokeKeyCommand(Guid KeyId) : ICommand;

internal sealed class RevokeKeyHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<RevokeKeyCommand, Unit>
{
    public async Task<Unit> Handle(RevokeKeyCommand request, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var key = await db.DeviceKeys.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.KeyId, cancellationToken) ?? throw new NotFound("The key");
        // The cabinet's row lets issuing and revoking take turns.
        await db.Cabinets.Where(x => x.Id == key.CabinetId).ExecuteUpdateAsync(x => x.SetProperty(c => c.LastBatch, c => c.LastBatch), cancellationToken);
        if (await db.DeviceKeys.Where(x => x.Id == key.Id && x.RevokedAt == null).ExecuteUpdateAsync(x => x.SetProperty(k => k.RevokedAt, now), cancellationToken) == 0) return Unit.Value;

        db.Audit.Add(AuditEntry.Of(context.Actor, now, "showroom.device-key-revoked", request.KeyId));
        if (await db.DeviceKeys.AnyAsync(x => x.CabinetId == key.CabinetId && x.RevokedAt == null && (x.ExpiresAt == null || x.ExpiresAt > now), cancellationToken)) return Unit.Value;
        // Nobody can speak for it any more: its silence is wanted, and no reading will ever end an alert.
        await db.Cabinets.Where(x => x.Id == key.CabinetId)
            .ExecuteUpdateAsync(x => x.SetProperty(c => c.WatchedSince, (DateTime?)null).SetProperty(c => c.SilentSince, (DateTime?)null).SetProperty(c => c.WarmSince, (DateTime?)null), cancellationToken);
        await db.SettleByItself(key.CabinetId, CabinetTask.Silent, now, cancellationToken);
        await db.SettleByItself(key.CabinetId, CabinetTask.Temperature, now, cancellationToken);
        return Unit.Value;
    }
}
