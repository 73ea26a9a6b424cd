using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Places;

internal sealed class LocationTable : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> location)
    {
        location.ToTable("Locations");
        location.Property(x => x.Id).ValueGeneratedNever();
        location.Property(x => x.Code).HasMaxLength(20);
        location.Property(x => x.Name).HasMaxLength(100);
        location.Property(x => x.NameEn).HasMaxLength(100);
        location.Property(x => x.ParentCode).HasMaxLength(20);
        location.Property(x => x.SubdistrictCode).HasMaxLength(12);
        location.Property(x => x.Subdistrict).HasMaxLength(60);
        location.Property(x => x.CommunityCode).HasMaxLength(12);
        location.Property(x => x.Address).HasMaxLength(200);
        location.Property(x => x.Hours).HasMaxLength(100);
        location.HasIndex(x => x.Code).IsUnique();
        location.HasIndex(x => x.Kind);
    }
}
