using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Platform.Time;

namespace ZhongFu.Gateway.Identity.SignIn;

/// <summary>Name and password to account. A wrong name, a wrong password and a locked account get the same answer after the same work,
/// so that nobody learns which names exist.</summary>
internal sealed class PasswordCheck(
    IdentityDb db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, IOptions<IdentityOptions> options, IHostEnvironment environment, TimeProvider clock, ILogger<PasswordCheck> log)
{
    private static readonly Account Nobody = new() { PasswordHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()) };

    /// <summary>The account, or null: not this name with this password, or not now.</summary>
    public async Task<Account?> Run(string name, string password, CancellationToken cancellationToken)
    {
        if (password.Length > 128) password = "";
        var account = await Find(name, cancellationToken);
        var right = hasher.VerifyHashedPassword(account ?? Nobody, (account ?? Nobody).PasswordHash!, password) != PasswordVerificationResult.Failed;
        if (account is null || account.ClosedAt is not null || (account.IsDemonstration && environment.IsProduction())) return null;
        return right ? await Admit(account, cancellationToken) : await CountFailure(account, cancellationToken);
    }

    private async Task<Account?> Find(string name, CancellationToken cancellationToken)
    {
        if (name.Length > 64) return null;
        if (PhoneNumber.Parse(name) is { } phone)
            return await db.Phones.Where(x => x.Phone == phone).Join(db.Accounts, x => x.AccountId, x => x.Id, (_, account) => account).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var normalized = normalizer.NormalizeName(name.Trim());
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.NormalizedUserName == normalized, cancellationToken);
    }

    /// <summary>The lock is looked at in the same statement that clears the count: a right guess among twenty sent at once does not slip past a lock set meanwhile.</summary>
    private async Task<Account?> Admit(Account account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var admitted = await db.Accounts.Where(x => x.Id == account.Id && (x.LockoutEnd == null || x.LockoutEnd <= now))
            .ExecuteUpdateAsync(x => x.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
        return admitted == 1 ? account : null;
    }

    private async Task<Account?> CountFailure(Account account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rules = options.Value.Lockout;
        await db.Accounts.Where(x => x.Id == account.Id && (x.LockoutEnd == null || x.LockoutEnd <= now))
            .ExecuteUpdateAsync(x => x.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), cancellationToken);
        var until = now + rules.DefaultLockoutTimeSpan;
        var locked = await db.Accounts.Where(x => x.Id == account.Id && x.AccessFailedCount >= rules.MaxFailedAccessAttempts)
            .ExecuteUpdateAsync(x => x.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, until), cancellationToken);
        if (locked == 1) log.LogWarning("Account {AccountId} is locked until {Until} after {Failures} wrong passwords", account.Id, until.UtcDateTime, rules.MaxFailedAccessAttempts);
        return null;
    }
}
