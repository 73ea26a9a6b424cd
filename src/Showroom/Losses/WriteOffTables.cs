using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Losses;

internal sealed class WriteOffTables : IEntityTypeConfiguration<WriteOff>, IEntityTypeConfiguration<WriteOffLine>
{
    public void Configure(EntityTypeBuilder<WriteOff> loss)
    {
        loss.ToTable("WriteOffs");
        loss.Property(x => x.Id).ValueGeneratedNever();
        loss.Property(x => x.Number).HasMaxLength(30);
        loss.Property(x => x.Note).HasMaxLength(200);
        loss.Property(x => x.RecordedBy).HasMaxLength(100);
        loss.Property(x => x.RecordedByKey).HasMaxLength(64);
        loss.Property(x => x.DecidedBy).HasMaxLength(100);
        loss.Property(x => x.DecisionNote).HasMaxLength(200);
        loss.Property(x => x.TransferNumber).HasMaxLength(30);
        loss.Property(x => x.Version).IsConcurrencyToken();
        loss.HasIndex(x => x.Number).IsUnique();
        loss.HasIndex(x => x.Day);
        loss.HasIndex(x => x.BookedOn);
        loss.HasIndex(x => x.State);
        loss.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.WriteOffId);
        loss.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<WriteOffLine> line)
    {
        line.ToTable("WriteOffLines");
        line.HasKey(x => new { x.WriteOffId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Batch).HasMaxLength(40);
    }
}
