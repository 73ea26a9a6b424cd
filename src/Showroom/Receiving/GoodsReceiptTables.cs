using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Receiving;

internal sealed class GoodsReceiptTables : IEntityTypeConfiguration<GoodsReceipt>, IEntityTypeConfiguration<GoodsReceiptLine>
{
    public void Configure(EntityTypeBuilder<GoodsReceipt> receipt)
    {
        receipt.ToTable("GoodsReceipts");
        receipt.Property(x => x.Id).ValueGeneratedNever();
        receipt.Property(x => x.ActorKey).HasMaxLength(64);
        receipt.Property(x => x.ActorName).HasMaxLength(100);
        receipt.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.GoodsReceiptId);
        receipt.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<GoodsReceiptLine> line)
    {
        line.ToTable("GoodsReceiptLines");
        line.HasKey(x => new { x.GoodsReceiptId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Batch).HasMaxLength(40);
    }
}
