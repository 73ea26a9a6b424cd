using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.PickUp;

/// <summary>Our copy of a place where orders can be collected; the showroom's word is what counts (<see cref="PickUpPointsListed"/>).</summary>
internal sealed class PickUpPlace
{
    public Guid LocationId { get; init; }
    public string Name { get; set; } = "";
    public string Subdistrict { get; set; } = "";
    public string Address { get; set; } = "";
    public string Hours { get; set; } = "";

    /// <summary>Place in the list as it is shown.</summary>
    public int Position { get; set; }

    /// <summary>When the showroom said so.</summary>
    public DateTime ToldAt { get; set; }
}

internal sealed class PickUpPlaceTable : IEntityTypeConfiguration<PickUpPlace>
{
    public void Configure(EntityTypeBuilder<PickUpPlace> row)
    {
        row.ToTable("PickUpPlaces");
        row.HasKey(x => x.LocationId);
        row.Property(x => x.LocationId).ValueGeneratedNever();
        row.Property(x => x.Name).HasMaxLength(100);
        row.Property(x => x.Subdistrict).HasMaxLength(60);
        row.Property(x => x.Address).HasMaxLength(200);
        row.Property(x => x.Hours).HasMaxLength(100);
    }
}
