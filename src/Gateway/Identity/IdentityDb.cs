using Microsoft.EntityFrameworkCore;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Platform.Data;

namespace ZhongFu.Gateway.Identity;

internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : ModuleDb(options, "identity")
{
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<SignInPhone> Phones => Set<SignInPhone>();
    public DbSet<AccountRole> AccountRoles => Set<AccountRole>();
    public DbSet<Grant> Grants => Set<Grant>();
}
