using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.IssueKey;

/// <summary>Gives a cabinet a new key; a former one goes on opening for <see cref="DeviceKey.Overlap"/>. The secret itself stays at the door: a command and its answer may be
/// remembered, a secret may not.</summary>
internal sealed record IssueKeyCommand(string Cabinet, Guid KeyId, string Hash, string Hint) : ICommand<IssuedKey>
{
    public static IssueKeyCommand Of(string cabinet, out string secret)
    {
        var id = Guid.CreateVersion7();
        secret = DeviceKey.Make(id);
        return new(cabinet, id, DeviceKey.HashOf(secret), secret[^4..]);
    }
}

/// <summary>The key that holds from now on.</summary>
/// <param name="FormerUntil">Until when the former key still opens, when there was one.</param>
internal sealed record IssuedKey(Guid KeyId, string Cabinet, string Hint, DateTime IssuedAt, DateTime? FormerUntil);

internal sealed class IssueKeyValidator : AbstractValidator<IssueKeyCommand>
{
    public IssueKeyValidator()
    {
        RuleFor(x => x.Cabinet).NotEmpty().MaximumLength(20);
        RuleFor(x => x.Hash).Length(64);
    }
}

internal sealed class IssueKeyHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<IssueKeyCommand, IssuedKey>
{
    public async Task<IssuedKey> Handle(IssueKeyCommand request, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.UtcNow(), context.Actor);
        var until = now + DeviceKey.Overlap;
        // The cabinet's row lets two issuers take turns.
        if (await db.Cabinets.Where(x => x.Code == request.Cabinet).ExecuteUpdateAsync(x => x.SetProperty(c => c.WatchedSince, c => c.WatchedSince ?? now), cancellationToken) == 0) throw new NotFound("The cabinet");
        var cabinet = await db.Cabinets.AsNoTracking().FirstAsync(x => x.Code == request.Cabinet, cancellationToken);
        await db.DeviceKeys.Where(x => x.CabinetId == cabinet.Id && x.RevokedAt == null && x.ExpiresAt != null && x.ExpiresAt > now).ExecuteUpdateAsync(x => x.SetProperty(k => k.ExpiresAt, now), cancellationToken);
        var former = await db.DeviceKeys.Where(x => x.CabinetId == cabinet.Id && x.RevokedAt == null && x.ExpiresAt == null).ExecuteUpdateAsync(x => x.SetProperty(k => k.ExpiresAt, until), cancellationToken);
        db.Add(DeviceKey.Of(request.KeyId, cabinet.Id, request.Hash, request.Hint, actor.Name, now));
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.device-key", cabinet.Code, after: new { request.KeyId, request.Hint }));
        return new(request.KeyId, cabinet.Code, request.Hint, now, former > 0 ? until : null);
    }
}
