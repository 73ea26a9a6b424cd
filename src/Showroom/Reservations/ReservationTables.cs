using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Reservations;

internal sealed class ReservationTables : IEntityTypeConfiguration<Reservation>, IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Reservation> reservation)
    {
        reservation.ToTable("Reservations");
        reservation.Property(x => x.Id).ValueGeneratedNever();
        reservation.Property(x => x.Reason).HasMaxLength(40);
        reservation.Property(x => x.Version).IsConcurrencyToken();
        reservation.HasIndex(x => new { x.State, x.Until });
        reservation.HasMany(x => x.Allocations).WithOne().HasForeignKey(x => x.ReservationId).OnDelete(DeleteBehavior.Cascade);
        reservation.Navigation(x => x.Allocations).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.ToTable("ReservationAllocations");
        allocation.HasKey(x => new { x.ReservationId, x.SkuId, x.LocationId });
        allocation.HasIndex(x => new { x.SkuId, x.LocationId, x.IsOpen });
    }
}
