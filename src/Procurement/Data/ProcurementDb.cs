using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Data;

internal sealed class ProcurementDb(DbContextOptions<ProcurementDb> options) : ModuleDb(options, "procurement")
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<RegisteredCode> RegisteredCodes => Set<RegisteredCode>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Deputy> Deputies => Set<Deputy>();
}
