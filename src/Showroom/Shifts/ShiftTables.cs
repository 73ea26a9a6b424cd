using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Shifts;

internal sealed class ShiftTables : IEntityTypeConfiguration<Shift>, IEntityTypeConfiguration<CashMovement>, IEntityTypeConfiguration<DrawerEntry>, IEntityTypeConfiguration<ZReport>,
    IEntityTypeConfiguration<ZTender>, IEntityTypeConfiguration<Till>, IEntityTypeConfiguration<TillDay>
{
    public void Configure(EntityTypeBuilder<Shift> shift)
    {
        shift.ToTable("Shifts");
        shift.Property(x => x.Id).ValueGeneratedNever();
        shift.Property(x => x.DeviceId).HasMaxLength(64);
        shift.Property(x => x.CashierKey).HasMaxLength(64);
        shift.Property(x => x.Cashier).HasMaxLength(100);
        shift.Property(x => x.UnsentApprovedBy).HasMaxLength(100);
        shift.Property(x => x.Version).IsConcurrencyToken();
        shift.HasIndex(x => new { x.DeviceId, x.OpenedAt });
        shift.HasIndex(x => x.LateOfId);
        shift.HasIndex(x => x.State);
        shift.HasMany(x => x.Movements).WithOne().HasForeignKey(x => x.ShiftId);
        shift.Navigation(x => x.Movements).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<CashMovement> movement)
    {
        movement.ToTable("CashMovements");
        movement.HasKey(x => new { x.ShiftId, x.Line });
        movement.Property(x => x.Line).ValueGeneratedNever();
        movement.Property(x => x.Reason).HasMaxLength(200);
        movement.Property(x => x.By).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<DrawerEntry> entry)
    {
        entry.ToTable("DrawerEntries");
        entry.HasKey(x => new { x.SubjectId, x.Line });
        entry.Property(x => x.Line).ValueGeneratedNever();
        entry.HasIndex(x => x.ShiftId);
    }

    public void Configure(EntityTypeBuilder<ZReport> report)
    {
        report.ToTable("ZReports");
        report.HasKey(x => x.Number);
        report.Property(x => x.Number).HasMaxLength(20);
        report.Property(x => x.ClosedBy).HasMaxLength(100);
        report.Property(x => x.TakenBy).HasMaxLength(100);
        report.Property(x => x.Reason).HasMaxLength(200);
        report.Property(x => x.ApprovedBy).HasMaxLength(100);
        report.HasIndex(x => x.ShiftId).IsUnique();
        report.HasIndex(x => x.Day);
        report.HasMany(x => x.Tenders).WithOne().HasForeignKey(x => x.Number);
        report.Navigation(x => x.Tenders).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<ZTender> tender)
    {
        tender.ToTable("ZTenders");
        tender.HasKey(x => new { x.Number, x.Kind });
        tender.Property(x => x.Number).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<Till> till)
    {
        till.ToTable("Tills");
        till.HasKey(x => x.DeviceId);
        till.Property(x => x.DeviceId).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<TillDay> day)
    {
        day.ToTable("TillDays");
        day.HasKey(x => new { x.DeviceId, x.Day });
        day.Property(x => x.DeviceId).HasMaxLength(64);
    }
}
