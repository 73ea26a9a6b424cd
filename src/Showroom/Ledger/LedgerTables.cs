using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Ledger;

internal sealed class LedgerTables : IEntityTypeConfiguration<StockMovement>, IEntityTypeConfiguration<StockBalance>, IEntityTypeConfiguration<StockVersion>
{
    public void Configure(EntityTypeBuilder<StockMovement> movement)
    {
        movement.ToTable("StockMovements");
        movement.Property(x => x.Id).ValueGeneratedNever();
        movement.Property(x => x.Key).HasMaxLength(160);
        movement.Property(x => x.Batch).HasMaxLength(40);
        movement.Property(x => x.ActorKey).HasMaxLength(64);
        movement.HasIndex(x => x.Key).IsUnique();
        movement.HasIndex(x => new { x.SkuId, x.At });
        movement.HasIndex(x => x.SubjectId);
    }

    public void Configure(EntityTypeBuilder<StockBalance> balance)
    {
        balance.ToTable("StockBalances");
        balance.HasKey(x => new { x.SkuId, x.LocationId });
        balance.HasIndex(x => x.LocationId);
        balance.Ignore(x => x.Free);
    }

    public void Configure(EntityTypeBuilder<StockVersion> version)
    {
        version.ToTable("StockVersions");
        version.HasKey(x => x.SkuId);
        version.Property(x => x.SkuId).ValueGeneratedNever();
    }
}
