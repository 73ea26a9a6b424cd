using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Stocktakes;

internal sealed class StocktakeTables : IEntityTypeConfiguration<Stocktake>, IEntityTypeConfiguration<StocktakeLine>
{
    public void Configure(EntityTypeBuilder<Stocktake> stocktake)
    {
        stocktake.ToTable("Stocktakes");
        stocktake.Property(x => x.Id).ValueGeneratedNever();
        stocktake.Property(x => x.Number).HasMaxLength(30);
        stocktake.Property(x => x.StartedBy).HasMaxLength(100);
        stocktake.Property(x => x.SubmittedBy).HasMaxLength(100);
        stocktake.Property(x => x.SubmittedByKey).HasMaxLength(64);
        stocktake.Property(x => x.EndedBy).HasMaxLength(100);
        stocktake.Property(x => x.Note).HasMaxLength(200);
        stocktake.Property(x => x.Version).IsConcurrencyToken();
        stocktake.Ignore(x => x.DifferenceFen);
        stocktake.HasIndex(x => x.Number).IsUnique();
        stocktake.HasIndex(x => x.StartedAt);
        stocktake.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.StocktakeId);
        stocktake.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<StocktakeLine> line)
    {
        line.ToTable("StocktakeLines");
        line.HasKey(x => new { x.StocktakeId, x.SkuId, x.Batch });
        line.Property(x => x.Batch).HasMaxLength(40);
        line.Property(x => x.CountedBy).HasMaxLength(100);
        line.Property(x => x.CountedByKey).HasMaxLength(64);
        line.Property(x => x.FirstByKey).HasMaxLength(64);
        line.Ignore(x => x.Difference);
        line.Ignore(x => x.DifferenceFen);
        line.Ignore(x => x.NeedsRecount);
    }
}
