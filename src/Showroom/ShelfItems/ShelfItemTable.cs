using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.ShelfItems;

internal sealed class ShelfItemTable : IEntityTypeConfiguration<ShelfItem>
{
    public void Configure(EntityTypeBuilder<ShelfItem> item)
    {
        item.ToTable("ShelfItems");
        item.HasKey(x => x.SkuId);
        item.Property(x => x.SkuId).ValueGeneratedNever();
        item.Property(x => x.Code).HasMaxLength(40);
        item.Property(x => x.Barcode).HasMaxLength(20);
        item.Property(x => x.ProductName).HasMaxLength(200);
        item.Property(x => x.SkuName).HasMaxLength(100);
        item.Property(x => x.CountyCode).HasMaxLength(12);
        item.Property(x => x.County).HasMaxLength(60);
        item.Property(x => x.Cooperative).HasMaxLength(200);
        item.Property(x => x.Sound).HasMaxLength(600);
        item.Ignore(x => x.Name);
        item.HasIndex(x => x.Barcode);
        item.HasIndex(x => x.Code);
    }
}
