using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Approvals;

internal sealed class ApprovalTables : IEntityTypeConfiguration<StaffPin>, IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<StaffPin> pin)
    {
        pin.ToTable("StaffPins");
        pin.HasKey(x => x.Name);
        pin.Property(x => x.Name).HasMaxLength(100);
        pin.Property(x => x.ActorKey).HasMaxLength(64);
        pin.Property(x => x.Salt).HasMaxLength(64);
        pin.Property(x => x.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Approval> approval)
    {
        approval.ToTable("Approvals");
        approval.Property(x => x.Id).ValueGeneratedNever();
        approval.Property(x => x.DeviceId).HasMaxLength(64);
        approval.Property(x => x.ByKey).HasMaxLength(64);
        approval.Property(x => x.By).HasMaxLength(100);
        approval.HasIndex(x => x.At);
    }
}
