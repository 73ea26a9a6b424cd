using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZhongFu.Catalog.Cooperatives;

namespace ZhongFu.Catalog.Products;

internal sealed class ProductTable : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<Sku>, IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("Products");
        product.Property(x => x.Name).HasMaxLength(60);
        product.Property(x => x.NameEn).HasMaxLength(120);
        product.Property(x => x.Category).HasMaxLength(40);
        product.Property(x => x.ArtFamily).HasMaxLength(40);
        product.Property(x => x.ArtVariant).HasMaxLength(40);
        product.Property(x => x.Summary).HasMaxLength(200);
        product.Property(x => x.Description).HasMaxLength(4000);
        product.Property(x => x.Storage).HasMaxLength(100);
        product.Property(x => x.Harvest).HasMaxLength(11).HasConversion(x => x!.Value.ToString(), x => HarvestWindow.Parse(x));
        product.HasIndex(x => x.Number).IsUnique();
        product.HasOne<Category>().WithMany().HasForeignKey(x => x.Category).OnDelete(DeleteBehavior.Restrict);
        product.HasOne<Cooperative>().WithMany().HasForeignKey(x => x.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        product.HasMany(x => x.Skus).WithOne().HasForeignKey(x => x.ProductId);
        product.Navigation(x => x.Skus).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<Sku> sku)
    {
        sku.ToTable("Skus");
        sku.Property(x => x.Id).ValueGeneratedNever();
        sku.Property(x => x.Code).HasMaxLength(20);
        sku.Property(x => x.Name).HasMaxLength(60);
        sku.Property(x => x.NameEn).HasMaxLength(120);
        sku.Property(x => x.Barcode).HasMaxLength(13).HasConversion(x => x.Value, x => Gtin.Stored(x));
        sku.Property(x => x.Unit).HasMaxLength(10);
        sku.Property(x => x.Pack).HasMaxLength(40);
        sku.Property(x => x.BulkTiers).HasMaxLength(400).HasConversion(x => x.ToString(), x => PriceTiers.Stored(x));
        sku.Ignore(x => x.IsRetail);
        sku.HasIndex(x => x.Code).IsUnique();
        sku.HasIndex(x => x.Barcode).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Category> category)
    {
        category.ToTable("Categories");
        category.HasKey(x => x.Slug);
        category.Property(x => x.Slug).HasMaxLength(40);
        category.Property(x => x.Name).HasMaxLength(40);
        category.Property(x => x.NameEn).HasMaxLength(60);
    }
}
