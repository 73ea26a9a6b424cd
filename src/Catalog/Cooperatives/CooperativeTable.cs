using ZhongFu.Catalog.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZhongFu.Catalog.Regions;

namespace ZhongFu.Catalog.Cooperatives;

internal sealed class CooperativeTable : IEntityTypeConfiguration<Cooperative>
{
    public void Configure(EntityTypeBuilder<Cooperative> cooperative)
    {
        cooperative.ToTable("Cooperatives");
        cooperative.Property(x => x.Code).HasMaxLength(20);
        cooperative.Property(x => x.Name).HasMaxLength(80);
        cooperative.Property(x => x.NameEn).HasMaxLength(120);
        cooperative.Property(x => x.CountyCode).HasMaxLength(6);
        cooperative.Property(x => x.TownshipCode).HasMaxLength(9);
        cooperative.Property(x => x.Village).HasMaxLength(40);
        cooperative.Property(x => x.Story).HasMaxLength(1000);
        cooperative.Property(x => x.CreditCode).HasMaxLength(18).HasConversion(x => x.Value, x => CreditCode.Stored(x));
        cooperative.HasIndex(x => x.Code).IsUnique();
        cooperative.HasOne<Township>().WithMany().HasForeignKey(x => x.TownshipCode).OnDelete(DeleteBehavior.Restrict);
    }
}
