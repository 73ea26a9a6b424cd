using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;

namespace ZhongFu.Gateway.Identity.Access;

/// <summary>How an account stands now: the stamp its sessions must carry and what it may do.</summary>
internal sealed record Standing(Actor Actor, string Stamp, IReadOnlyList<Hat> Hats)
{
    /// <summary>The person with one of the hats on: the one asked for, else the usual one.</summary>
    public Actor With(Guid? wanted)
    {
        if (Hats.Count == 0) return Actor;
        var hat = Hats.FirstOrDefault(x => x.OrganisationId == wanted) ?? Hats[0];
        var grants = Actor.Grants.Concat(hat.Grants).GroupBy(x => x.Key).ToDictionary(x => x.Key, x => x.Max(grant => grant.Value));
        return Actor with { Grants = grants, OrganisationId = hat.OrganisationId };
    }
}

/// <summary>Asks the database at most once in 30 seconds per account. So a role taken away, a changed password or a closed account
/// reaches every open session, cookie or token, well within a minute, also on the other instances.</summary>
internal sealed class Standings(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Claim that holds the security stamp of the moment of sign-in.</summary>
    public const string StampClaim = "stamp";

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, (Standing? Standing, DateTime Until)> known = new();

    /// <summary>The actor behind a ticket, or null when the ticket is no longer good.</summary>
    public async ValueTask<Actor?> ActorOf(ClaimsPrincipal ticket, Guid? hat, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(ticket.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        var standing = await Of(id, cancellationToken);
        return standing is not null && standing.Stamp == ticket.FindFirstValue(StampClaim) ? standing.With(hat) : null;
    }

    /// <summary>The hats an account may put on.</summary>
    public async ValueTask<IReadOnlyList<Hat>> HatsOf(Guid accountId, CancellationToken cancellationToken) => (await Of(accountId, cancellationToken))?.Hats ?? [];

    /// <summary>Asks again next time; for changes made in this process.</summary>
    public void Forget(Guid accountId) => known.TryRemove(accountId, out _);

    private async ValueTask<Standing?> Of(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        if (known.TryGetValue(id, out var entry) && entry.Until > now && entry.Until <= now + Freshness) return entry.Standing;
        if (known.Count > 50_000) known.Clear();
        var standing = await Read(id, cancellationToken);
        known[id] = (standing, now + Freshness);
        return standing;
    }

    private async Task<Standing?> Read(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var account = await db.Accounts.AsNoTracking().Where(x => x.Id == id && x.ClosedAt == null)
            .Select(x => new { x.UserName, x.SecurityStamp }).SingleOrDefaultAsync(cancellationToken);
        if (account is null) return null;
        var grants = await db.AccountRoles.Where(x => x.AccountId == id).Join(db.Grants, x => x.Role, x => x.Role, (_, grant) => new { grant.Permission, grant.Scope }).ToListAsync(cancellationToken);
        var widest = grants.GroupBy(x => x.Permission).ToDictionary(x => x.Key, x => x.Max(grant => grant.Scope));
        var hats = scope.ServiceProvider.GetService<IHats>() is { } rack ? await rack.Of(id, cancellationToken) : [];
        return new Standing(new Actor(id, Actor.KeyOf(id), account.UserName!, widest), account.SecurityStamp ?? "", hats);
    }
}
