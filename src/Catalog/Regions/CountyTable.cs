using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Catalog.Regions;

internal sealed class CountyTable : IEntityTypeConfiguration<County>, IEntityTypeConfiguration<Township>
{
    public void Configure(EntityTypeBuilder<County> county)
    {
        county.ToTable("Counties");
        county.HasKey(x => x.Code);
        county.Property(x => x.Code).HasMaxLength(6);
        county.Property(x => x.Name).HasMaxLength(40);
        county.Property(x => x.NameEn).HasMaxLength(80);
        county.Property(x => x.Province).HasMaxLength(40);
        county.Property(x => x.Intro).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<Township> township)
    {
        township.ToTable("Townships");
        township.HasKey(x => x.Code);
        township.Property(x => x.Code).HasMaxLength(9);
        township.Property(x => x.Name).HasMaxLength(40);
        township.Property(x => x.CountyCode).HasMaxLength(6);
        township.HasOne<County>().WithMany().HasForeignKey(x => x.CountyCode).OnDelete(DeleteBehavior.Restrict);
    }
}
