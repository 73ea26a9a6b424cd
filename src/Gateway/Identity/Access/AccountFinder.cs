using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.Access;

/// <summary>Exact matches only, and few of them: nobody can try out numbers to learn who is here.</summary>
internal sealed class AccountFinder(IdentityDb db, ILookupNormalizer normalizer, RequestContext request, AccountFinderLimit limit) : IAccounts
{
    public async Task<KnownAccount?> Find(string text, CancellationToken cancellationToken)
    {
        if (!limit.Admits(request.Actor.Key)) throw new RuleBroken("accounts.too-many", "Too many people were looked up; try again in ten minutes.");
        var (name, phone) = (normalizer.NormalizeName(text.Trim()), PhoneNumber.Parse(text));
        var found = await db.Accounts.AsNoTracking().Where(x => x.ClosedAt == null && (x.NormalizedUserName == name || (phone != null && db.Phones.Any(known => known.Phone == phone && known.AccountId == x.Id))))
            .Select(x => new { x.Id, x.UserName }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new KnownAccount(found.Id, found.UserName!);
    }
}

/// <summary>Thirty look-ups in ten minutes for each asker.</summary>
internal sealed class AccountFinderLimit : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(asker => RateLimitPartition.GetSlidingWindowLimiter(asker,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(10), SegmentsPerWindow = 10, QueueLimit = 0 }));

    public bool Admits(string asker)
    {
        using var lease = limiter.AttemptAcquire(asker);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
