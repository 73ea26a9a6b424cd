using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Gateway.Identity.StaffCopies.KeepStaff;

/// <summary>Makes our copy equal to the head office's list. An account that is no longer on it is gone; how often somebody mistyped stays ours.</summary>
/// <param name="Wanted">The list.</param>
/// <param name="Modules">The modules it was asked for.</param>
internal sealed record KeepStaffCommand(StaffAccounts Wanted, IReadOnlyList<string> Modules) : ICommand;

internal sealed class KeepStaffHandler(IdentityDb db, Standings standings, TimeProvider clock) : IRequestHandler<KeepStaffCommand, Unit>
{
    public async Task<Unit> Handle(KeepStaffCommand command, CancellationToken cancellationToken)
    {
        var wanted = command.Wanted;
        var ids = wanted.Accounts.Select(x => x.Id).ToList();
        var strangers = await db.Accounts.AnyAsync(x => !ids.Contains(x.Id), cancellationToken);
        if (!strangers && Same(await StaffAccounts.Read(db, command.Modules, cancellationToken), wanted)) return Unit.Value;

        await db.Phones.ExecuteDeleteAsync(cancellationToken);
        await db.AccountRoles.ExecuteDeleteAsync(cancellationToken);
        await db.Grants.ExecuteDeleteAsync(cancellationToken);
        await db.Accounts.Where(x => !ids.Contains(x.Id)).ExecuteDeleteAsync(cancellationToken);
        var known = await db.Accounts.ToDictionaryAsync(x => x.Id, cancellationToken);
        foreach (var one in wanted.Accounts) Keep(one, known.GetValueOrDefault(one.Id));
        db.Grants.AddRange(wanted.Grants.Select(x => new Grant { Role = x.Role, Permission = x.Permission, Scope = x.Scope }));
        db.AfterCommit(() => ids.ForEach(standings.Forget));
        return Unit.Value;
    }

    private void Keep(StaffAccount one, Account? account)
    {
        if (account is null) db.Accounts.Add(account = new Account { Id = one.Id, IsDemonstration = one.IsDemonstration, CreatedAt = clock.UtcNow(), LockoutEnabled = true });
        (account.UserName, account.NormalizedUserName, account.PhoneNumber) = (one.UserName, one.NormalizedUserName, one.Phone);
        (account.PasswordHash, account.SecurityStamp, account.ClosedAt) = (one.PasswordHash, one.Stamp, null);
        if (one.Phone is not null) db.Phones.Add(new SignInPhone { Phone = one.Phone, AccountId = one.Id });
        db.AccountRoles.AddRange(one.Roles.Select(role => new AccountRole { AccountId = one.Id, Role = role }));
    }

    private static bool Same(StaffAccounts kept, StaffAccounts wanted) => JsonSerializer.Serialize(kept) == JsonSerializer.Serialize(wanted);
}
