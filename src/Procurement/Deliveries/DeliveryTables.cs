using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Procurement.Deliveries;

internal sealed class DeliveryTables : IEntityTypeConfiguration<DeliveryNote>, IEntityTypeConfiguration<DeliveryLine>
{
    public void Configure(EntityTypeBuilder<DeliveryNote> delivery)
    {
        delivery.ToTable("Deliveries");
        delivery.Property(x => x.Id).ValueGeneratedNever();
        delivery.Property(x => x.Number).HasMaxLength(30);
        delivery.Property(x => x.Code).HasMaxLength(12);
        delivery.Property(x => x.OrderNumber).HasMaxLength(30);
        delivery.Property(x => x.Vehicle).HasMaxLength(20);
        delivery.Property(x => x.Driver).HasMaxLength(40);
        delivery.Property(x => x.ShippedBy).HasMaxLength(100);
        delivery.Property(x => x.Version).IsConcurrencyToken();
        delivery.HasIndex(x => x.Number).IsUnique();
        delivery.HasIndex(x => x.Code).IsUnique();
        delivery.HasIndex(x => x.OrderId);
        delivery.HasIndex(x => new { x.BuyerId, x.ReceivedAt });
        delivery.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.DeliveryId);
        delivery.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<DeliveryLine> line)
    {
        line.ToTable("DeliveryLines");
        line.HasKey(x => new { x.DeliveryId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Batch).HasMaxLength(40);
        line.Property(x => x.Certificate).HasMaxLength(60);
    }
}
