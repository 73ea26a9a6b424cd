using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZhongFu.Catalog.Products;

namespace ZhongFu.Catalog.Batches;

internal sealed class BatchTable : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> batch)
    {
        batch.ToTable("Batches");
        batch.Property(x => x.Code).HasMaxLength(30);
        batch.Property(x => x.Plot).HasMaxLength(100);
        batch.Property(x => x.Inspection).HasMaxLength(100);
        batch.Property(x => x.CertificateNo).HasMaxLength(40);
        batch.HasIndex(x => x.Code).IsUnique();
        batch.HasOne<Product>().WithMany().HasForeignKey(x => x.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
