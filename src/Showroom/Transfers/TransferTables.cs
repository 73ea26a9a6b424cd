using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Transfers;

internal sealed class TransferTables : IEntityTypeConfiguration<TransferOrder>, IEntityTypeConfiguration<TransferLine>, IEntityTypeConfiguration<TransferGoods>, IEntityTypeConfiguration<TransferSettlement>
{
    public void Configure(EntityTypeBuilder<TransferOrder> order)
    {
        order.ToTable("Transfers");
        order.Property(x => x.Id).ValueGeneratedNever();
        order.Property(x => x.Number).HasMaxLength(30);
        order.Property(x => x.Note).HasMaxLength(200);
        order.Property(x => x.RequestedBy).HasMaxLength(100);
        order.Property(x => x.DispatchedBy).HasMaxLength(100);
        order.Property(x => x.ReceivedBy).HasMaxLength(100);
        order.Property(x => x.ReceivedByKey).HasMaxLength(64);
        order.Property(x => x.CancelledBy).HasMaxLength(100);
        order.Property(x => x.CancelReason).HasMaxLength(200);
        order.Property(x => x.Version).IsConcurrencyToken();
        order.HasIndex(x => x.Number).IsUnique();
        order.HasIndex(x => x.Day);
        order.HasIndex(x => new { x.State, x.RequestedAt });
        order.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.TransferOrderId);
        order.HasMany(x => x.Goods).WithOne().HasForeignKey(x => x.TransferOrderId);
        order.HasMany(x => x.Settlements).WithOne().HasForeignKey(x => x.TransferOrderId);
        order.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
        order.Navigation(x => x.Goods).UsePropertyAccessMode(PropertyAccessMode.Field);
        order.Navigation(x => x.Settlements).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<TransferLine> line)
    {
        line.ToTable("TransferLines");
        line.HasKey(x => new { x.TransferOrderId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Batch).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<TransferGoods> goods)
    {
        goods.ToTable("TransferGoods");
        goods.HasKey(x => new { x.TransferOrderId, x.Line, x.Batch });
        goods.Property(x => x.Line).ValueGeneratedNever();
        goods.Property(x => x.Batch).HasMaxLength(40);
        goods.Ignore(x => x.Difference);
        goods.Ignore(x => x.Open);
        goods.Ignore(x => x.Accepted);
    }

    public void Configure(EntityTypeBuilder<TransferSettlement> settlement)
    {
        settlement.ToTable("TransferSettlements");
        settlement.HasKey(x => new { x.TransferOrderId, x.Number });
        settlement.Property(x => x.Number).ValueGeneratedNever();
        settlement.Property(x => x.Batch).HasMaxLength(40);
        settlement.Property(x => x.Note).HasMaxLength(200);
        settlement.Property(x => x.ByKey).HasMaxLength(64);
        settlement.Property(x => x.By).HasMaxLength(100);
    }
}
