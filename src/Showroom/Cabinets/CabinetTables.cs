using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Cabinets;

internal sealed class CabinetTables : IEntityTypeConfiguration<Cabinet>, IEntityTypeConfiguration<PlanSlot>, IEntityTypeConfiguration<DeviceKey>, IEntityTypeConfiguration<CabinetSale>,
    IEntityTypeConfiguration<CabinetCorrection>, IEntityTypeConfiguration<CabinetBatch>, IEntityTypeConfiguration<CabinetSignal>, IEntityTypeConfiguration<CabinetTask>
{
    public void Configure(EntityTypeBuilder<Cabinet> cabinet)
    {
        cabinet.ToTable("Cabinets");
        cabinet.Property(x => x.Id).ValueGeneratedNever();
        cabinet.Property(x => x.Code).HasMaxLength(20);
        cabinet.Property(x => x.FaultCode).HasMaxLength(40);
        cabinet.HasIndex(x => x.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlanSlot> slot)
    {
        slot.ToTable("PlanSlots");
        slot.HasKey(x => new { x.CabinetId, x.Slot });
        slot.Property(x => x.Slot).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<DeviceKey> key)
    {
        key.ToTable("DeviceKeys");
        key.Property(x => x.Id).ValueGeneratedNever();
        key.Property(x => x.Hash).HasMaxLength(64);
        key.Property(x => x.Hint).HasMaxLength(8);
        key.Property(x => x.IssuedBy).HasMaxLength(100);
        key.HasIndex(x => x.CabinetId);
    }

    public void Configure(EntityTypeBuilder<CabinetSale> sale)
    {
        sale.ToTable("CabinetSales");
        sale.Property(x => x.Id).ValueGeneratedNever();
        sale.Property(x => x.ContentHash).HasMaxLength(64);
        sale.Property(x => x.Slot).HasMaxLength(10);
        sale.Property(x => x.Code).HasMaxLength(40);
        sale.Property(x => x.Name).HasMaxLength(310);
        sale.Property(x => x.Payment).HasMaxLength(80);
        sale.HasIndex(x => new { x.CabinetId, x.Number, x.ContentHash }).IsUnique();
        sale.HasIndex(x => new { x.CabinetId, x.RecordedAt });
    }

    public void Configure(EntityTypeBuilder<CabinetCorrection> correction)
    {
        correction.ToTable("CabinetCorrections");
        correction.Property(x => x.Id).ValueGeneratedNever();
        correction.Property(x => x.Reason).HasMaxLength(200);
        correction.Property(x => x.By).HasMaxLength(100);
        correction.HasIndex(x => x.SaleId);
    }

    public void Configure(EntityTypeBuilder<CabinetBatch> batch)
    {
        batch.ToTable("CabinetBatches");
        batch.HasKey(x => new { x.CabinetId, x.Number });
        batch.Property(x => x.Number).ValueGeneratedNever();
        batch.Property(x => x.ContentHash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<CabinetSignal> signal)
    {
        signal.ToTable("CabinetSignals");
        signal.Property(x => x.Id).ValueGeneratedNever();
        signal.Property(x => x.Code).HasMaxLength(40);
        signal.HasIndex(x => new { x.CabinetId, x.At });
        signal.HasIndex(x => x.RecordedAt);
    }

    public void Configure(EntityTypeBuilder<CabinetTask> task)
    {
        task.ToTable("CabinetTasks");
        task.Property(x => x.Id).ValueGeneratedNever();
        task.Property(x => x.Kind).HasMaxLength(40);
        task.Property(x => x.Detail).HasMaxLength(500);
        task.Property(x => x.ResolvedBy).HasMaxLength(100);
        task.Property(x => x.Note).HasMaxLength(200);
        task.HasIndex(x => new { x.ResolvedAt, x.At });
        task.HasIndex(x => new { x.CabinetId, x.Kind });
    }
}
