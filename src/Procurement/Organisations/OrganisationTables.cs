using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Procurement.Organisations;

internal sealed class OrganisationTables : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Placement>, IEntityTypeConfiguration<RegisteredCode>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Deputy>
{
    // Five levels at most: district, subdistrict, community, unit, and one to spare.
    private const int LongestPath = 33 * 5;

    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("Organisations");
        organisation.Property(x => x.Id).ValueGeneratedNever();
        organisation.Property(x => x.Code).HasMaxLength(20);
        organisation.Property(x => x.Name).HasMaxLength(80);
        organisation.Property(x => x.Path).HasMaxLength(LongestPath);
        organisation.Property(x => x.CreditCode).HasMaxLength(18);
        organisation.Property(x => x.StateNote).HasMaxLength(200);
        organisation.Property(x => x.Contact).HasMaxLength(40);
        organisation.Property(x => x.Phone).HasMaxLength(20);
        organisation.Property(x => x.AppliedByName).HasMaxLength(64);
        organisation.Property(x => x.Version).IsConcurrencyToken();
        organisation.HasIndex(x => x.Code).IsUnique();
        organisation.HasIndex(x => x.ParentId);
        organisation.HasIndex(x => x.Path);
        organisation.HasMany(x => x.Placements).WithOne().HasForeignKey(x => x.OrganisationId);
        organisation.Navigation(x => x.Placements).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.ToTable("Placements");
        placement.HasKey(x => new { x.OrganisationId, x.Serial });
        placement.Property(x => x.Serial).ValueGeneratedNever();
        placement.Property(x => x.Name).HasMaxLength(80);
        placement.Property(x => x.Path).HasMaxLength(LongestPath);
    }

    public void Configure(EntityTypeBuilder<RegisteredCode> code)
    {
        code.ToTable("RegisteredCodes");
        code.HasKey(x => x.CreditCode);
        code.Property(x => x.CreditCode).HasMaxLength(18);
        code.HasIndex(x => x.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("Memberships");
        membership.HasKey(x => new { x.OrganisationId, x.AccountId, x.Role });
        membership.Property(x => x.UserName).HasMaxLength(64);
        membership.HasIndex(x => x.AccountId);
        membership.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<Deputy> deputy)
    {
        deputy.ToTable("Deputies");
        deputy.Property(x => x.Id).ValueGeneratedNever();
        deputy.Property(x => x.PrincipalName).HasMaxLength(64);
        deputy.Property(x => x.DeputyName).HasMaxLength(64);
        deputy.HasIndex(x => x.DeputyId);
        deputy.HasIndex(x => new { x.OrganisationId, x.PrincipalId });
    }
}
