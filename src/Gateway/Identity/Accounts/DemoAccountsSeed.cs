using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Identity.StaffCopies;
using ZhongFu.Platform.Seeding;
using ZhongFu.Platform.Time;

namespace ZhongFu.Gateway.Identity.Accounts;

/// <summary>One account for each role, for looking around. Their password is public, so they exist outside Production only.</summary>
internal sealed class DemoAccountsSeed(IdentityDb db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, IHostEnvironment environment, HeadOffice headOffice, TimeProvider clock) : ISeed
{
    /// <summary>Password of every demonstration account.</summary>
    public const string Password = "ZhongFu-demo-2026";

    public bool IsDemonstration => true;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (environment.IsProduction()) throw new InvalidOperationException("Demonstration accounts cannot be made in Production: set Seed:Demo to false.");
        if (headOffice.IsElsewhere) return; // they come with the head office's list
        var rows = SeedFile.Read<AccountRow>(typeof(DemoAccountsSeed).Assembly, "accounts.csv");
        var names = rows.Select(x => x.UserName).ToList();
        var known = await db.Accounts.AsNoTracking().Where(x => names.Contains(x.UserName!)).Select(x => x.UserName).ToListAsync(cancellationToken);
        string? hash = null;
        foreach (var row in rows.Where(x => !known.Contains(x.UserName))) Add(row, hash ??= hasher.HashPassword(new Account(), Password));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Names and roles, for the greeting at the start.</summary>
    public static IReadOnlyList<AccountRow> All => SeedFile.Read<AccountRow>(typeof(DemoAccountsSeed).Assembly, "accounts.csv");

    private void Add(AccountRow row, string hash)
    {
        var account = new Account
        {
            Id = row.Id, UserName = row.UserName, NormalizedUserName = normalizer.NormalizeName(row.UserName), PhoneNumber = row.Phone, PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true, IsDemonstration = true, CreatedAt = clock.UtcNow(),
        };
        db.Accounts.Add(account);
        db.Phones.Add(new SignInPhone { Phone = row.Phone, AccountId = account.Id });
        foreach (var role in row.Roles.Split(';')) db.AccountRoles.Add(new AccountRole { AccountId = account.Id, Role = role });
    }

    internal sealed record AccountRow(Guid Id, string UserName, string Phone, string Roles);
}
