using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Catalog.Products;

internal sealed class StockFiguresTable : IEntityTypeConfiguration<Availability>, IEntityTypeConfiguration<SalesTally>
{
    public void Configure(EntityTypeBuilder<Availability> availability)
    {
        availability.ToTable("Availabilities");
        availability.HasKey(x => x.SkuId);
        availability.Property(x => x.SkuId).ValueGeneratedNever();
        availability.HasIndex(x => x.ChangedAt);
    }

    public void Configure(EntityTypeBuilder<SalesTally> tally)
    {
        tally.ToTable("SalesTallies");
        tally.HasKey(x => x.ProductId);
        tally.Property(x => x.ProductId).ValueGeneratedNever();
        tally.HasIndex(x => x.ChangedAt);
    }
}
