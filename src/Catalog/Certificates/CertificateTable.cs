using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZhongFu.Catalog.Products;

namespace ZhongFu.Catalog.Certificates;

internal sealed class CertificateTable : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.ToTable("Certificates");
        certificate.Property(x => x.Number).HasMaxLength(40);
        certificate.Property(x => x.Issuer).HasMaxLength(80);
        certificate.Ignore(x => x.Begins);
        certificate.Ignore(x => x.Expires);
        certificate.HasIndex(x => x.ProductId);
        certificate.HasOne<Product>().WithMany().HasForeignKey(x => x.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
