using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Ledger;

internal sealed class BatchTables : IEntityTypeConfiguration<Batch>, IEntityTypeConfiguration<BatchBalance>
{
    public void Configure(EntityTypeBuilder<Batch> batch)
    {
        batch.ToTable("Batches");
        batch.HasKey(x => new { x.SkuId, x.Code });
        batch.Property(x => x.Code).HasMaxLength(40);
        batch.HasIndex(x => x.Code);
        batch.HasIndex(x => new { x.State, x.ExpiresOn });
    }

    public void Configure(EntityTypeBuilder<BatchBalance> balance)
    {
        balance.ToTable("BatchBalances");
        balance.HasKey(x => new { x.SkuId, x.LocationId, x.Batch });
        balance.Property(x => x.Batch).HasMaxLength(40);
    }
}
