using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.Access;

/// <summary>What the holders of a role may do, and how far. Data, so that a role can change without a release.</summary>
internal sealed class Grant
{
    public string Role { get; init; } = "";
    public string Permission { get; init; } = "";
    public Scope Scope { get; init; }
}

/// <summary>That a person holds a role.</summary>
internal sealed class AccountRole
{
    public Guid AccountId { get; init; }
    public string Role { get; init; } = "";
}

internal sealed class GrantTable : IEntityTypeConfiguration<Grant>, IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<Grant> row)
    {
        row.ToTable("Grants");
        row.HasKey(x => new { x.Role, x.Permission });
        row.Property(x => x.Role).HasMaxLength(32);
        row.Property(x => x.Permission).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<AccountRole> row)
    {
        row.ToTable("AccountRoles");
        row.HasKey(x => new { x.AccountId, x.Role });
        row.Property(x => x.Role).HasMaxLength(32);
        row.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}
