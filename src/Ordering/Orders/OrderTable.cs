using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Ordering.Orders;

internal sealed class OrderTable : IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderLine>, IEntityTypeConfiguration<TopUp>, IEntityTypeConfiguration<OrderSerial>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("Orders", table => table.HasCheckConstraint("CK_Orders_Total", "\"TotalFen\" = \"GoodsFen\" + \"FreightFen\""));
        order.Property(x => x.Id).ValueGeneratedNever();
        order.Property(x => x.Number).HasMaxLength(20);
        order.Property(x => x.BuyerKey).HasMaxLength(64);
        order.Property(x => x.Note).HasMaxLength(200);
        order.Property(x => x.NoReturnConfirmation).HasMaxLength(400);
        order.Property(x => x.CancelReason).HasMaxLength(20);
        order.Property(x => x.Carrier).HasMaxLength(40);
        order.Property(x => x.TrackingNumber).HasMaxLength(20);
        order.Property(x => x.ShortageCause).HasMaxLength(40);
        order.Property(x => x.Version).IsConcurrencyToken();
        order.Ignore(x => x.RefundedFen);
        order.Ignore(x => x.CanTakeLateMoney);
        order.HasIndex(x => x.Number).IsUnique();
        order.HasIndex(x => new { x.BuyerKey, x.PlacedAt });
        order.HasIndex(x => new { x.State, x.PayBy });
        order.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.OrderId);
        // An order without its lines or top-ups would forget goods when it ends: nobody has to remember to load them.
        order.Navigation(x => x.Lines).HasField("lines").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        order.HasMany(x => x.TopUps).WithOne().HasForeignKey(x => x.OrderId);
        order.Navigation(x => x.TopUps).HasField("topUps").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        order.HasIndex(x => x.ShortageRefundAt);
        order.OwnsOne(x => x.Delivery, delivery =>
        {
            delivery.Property(x => x.Recipient).HasMaxLength(50);
            delivery.Property(x => x.Phone).HasMaxLength(20);
            delivery.Property(x => x.RegionCode).HasMaxLength(9);
            delivery.Property(x => x.RegionName).HasMaxLength(120);
            delivery.Property(x => x.Detail).HasMaxLength(200);
            delivery.Property(x => x.LocationName).HasMaxLength(100);
            delivery.Property(x => x.PickUpCode).HasMaxLength(6);
        });
        order.Navigation(x => x.Delivery).IsRequired();
    }

    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("OrderLines", table => table.HasCheckConstraint("CK_OrderLines_Amount", "\"AmountFen\" = \"PriceFen\" * \"Quantity\" AND \"Quantity\" > 0"));
        line.Property(x => x.Id).ValueGeneratedNever();
        line.Property(x => x.ProductName).HasMaxLength(100);
        line.Property(x => x.SkuName).HasMaxLength(100);
        line.Property(x => x.County).HasMaxLength(40);
        line.Property(x => x.CountyCode).HasMaxLength(6);
        line.Property(x => x.TownshipCode).HasMaxLength(9);
        line.Property(x => x.Cooperative).HasMaxLength(100);
        line.Property(x => x.PicturePath).HasMaxLength(200);
        line.Ignore(x => x.StillMissing);
    }

    public void Configure(EntityTypeBuilder<TopUp> topUp)
    {
        topUp.ToTable("OrderTopUps");
        topUp.Property(x => x.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<OrderSerial> serial)
    {
        serial.ToTable("OrderSerials");
        serial.HasKey(x => x.Day);
        serial.Property(x => x.Day).HasMaxLength(8);
    }
}
