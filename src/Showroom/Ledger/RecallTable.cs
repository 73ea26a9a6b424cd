using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Ledger;

internal sealed class RecallTable : IEntityTypeConfiguration<Recall>
{
    public void Configure(EntityTypeBuilder<Recall> recall)
    {
        recall.ToTable("Recalls");
        recall.Property(x => x.Id).ValueGeneratedNever();
        recall.Property(x => x.BatchCode).HasMaxLength(40);
        recall.Property(x => x.Reason).HasMaxLength(200);
        recall.Property(x => x.StartedBy).HasMaxLength(100);
        recall.Property(x => x.LiftedBy).HasMaxLength(100);
        recall.Property(x => x.LiftReason).HasMaxLength(200);
        recall.Property(x => x.Version).IsConcurrencyToken();
        recall.Ignore(x => x.IsOpen);
        recall.HasIndex(x => x.BatchCode);
    }
}
