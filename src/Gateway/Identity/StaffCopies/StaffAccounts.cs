using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.StaffCopies;

/// <summary>The accounts that work with some modules, and what roles may do.</summary>
internal sealed record StaffAccounts(IReadOnlyList<StaffAccount> Accounts, IReadOnlyList<StaffGrant> Grants)
{
    /// <summary>Reads them: open accounts with a role that holds a permission of one of the modules.</summary>
    public static async Task<StaffAccounts> Read(IdentityDb db, IReadOnlyList<string> modules, CancellationToken cancellationToken)
    {
        var grants = await db.Grants.AsNoTracking().OrderBy(x => x.Role).ThenBy(x => x.Permission).Select(x => new StaffGrant(x.Role, x.Permission, x.Scope)).ToListAsync(cancellationToken);
        var roles = grants.Where(grant => modules.Any(module => grant.Permission.StartsWith(module + ".", StringComparison.Ordinal))).Select(x => x.Role).Distinct().ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(x => x.ClosedAt == null && db.AccountRoles.Any(role => role.AccountId == x.Id && roles.Contains(role.Role))).OrderBy(x => x.Id).ToListAsync(cancellationToken);
        var held = (await db.AccountRoles.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(x => x.AccountId, x => x.Role);
        return new StaffAccounts([.. accounts.Select(x => new StaffAccount(
            x.Id, x.UserName!, x.NormalizedUserName!, x.PhoneNumber, x.PasswordHash, x.SecurityStamp ?? "", x.IsDemonstration, [.. held[x.Id].Order(StringComparer.Ordinal)]))], grants);
    }
}

/// <summary>One account as the other process needs it to let the person in.</summary>
internal sealed record StaffAccount(
    Guid Id, string UserName, string NormalizedUserName, string? Phone, string? PasswordHash, string Stamp, bool IsDemonstration, IReadOnlyList<string> Roles)
{
    /// <summary>Records print their fields; a hash must not reach a log that way.</summary>
    public override string ToString() => $"{nameof(StaffAccount)} {Id}";
}

/// <summary>What the holders of a role may do.</summary>
internal sealed record StaffGrant(string Role, string Permission, Scope Scope);
