using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Counter;

internal sealed class SaleTables : IEntityTypeConfiguration<Sale>, IEntityTypeConfiguration<SaleLine>, IEntityTypeConfiguration<Tender>, IEntityTypeConfiguration<SaleTask>,
    IEntityTypeConfiguration<AccountBuyer>, IEntityTypeConfiguration<UsedVoucher>
{
    public void Configure(EntityTypeBuilder<Sale> sale)
    {
        sale.ToTable("Sales");
        sale.Property(x => x.Id).ValueGeneratedNever();
        sale.Property(x => x.Number).HasMaxLength(40);
        sale.Property(x => x.DeviceId).HasMaxLength(64);
        sale.Property(x => x.ContentHash).HasMaxLength(64);
        sale.Property(x => x.CashierKey).HasMaxLength(64);
        sale.Property(x => x.Cashier).HasMaxLength(100);
        sale.HasIndex(x => x.Number).IsUnique();
        sale.HasIndex(x => new { x.DeviceId, x.LocalNumber }).IsUnique();
        sale.Property(x => x.ApprovedBy).HasMaxLength(100);
        sale.Property(x => x.MemberKey).HasMaxLength(64);
        sale.Property(x => x.MemberPhone).HasMaxLength(20);
        sale.Property(x => x.AccountCode).HasMaxLength(20);
        sale.Property(x => x.Token).HasMaxLength(64);
        sale.HasIndex(x => x.Token).IsUnique();
        sale.HasIndex(x => x.MemberKey);
        sale.HasIndex(x => x.ShiftId);
        sale.HasIndex(x => new { x.Day, x.RecordedAt });
        sale.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.SaleId);
        sale.HasMany(x => x.Tenders).WithOne().HasForeignKey(x => x.SaleId);
        sale.HasMany(x => x.Tasks).WithOne().HasForeignKey(x => x.SaleId);
        foreach (var list in new[] { nameof(Sale.Lines), nameof(Sale.Tenders), nameof(Sale.Tasks) }) sale.Navigation(list).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<SaleLine> line)
    {
        line.ToTable("SaleLines");
        line.HasKey(x => new { x.SaleId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Code).HasMaxLength(40);
        line.Property(x => x.Batch).HasMaxLength(40);
        line.Property(x => x.Name).HasMaxLength(320);
        line.Property(x => x.County).HasMaxLength(60);
        line.Property(x => x.Cooperative).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<Tender> tender)
    {
        tender.ToTable("Tenders");
        tender.HasKey(x => new { x.SaleId, x.Line });
        tender.Property(x => x.Line).ValueGeneratedNever();
        tender.Property(x => x.Reference).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<SaleTask> task)
    {
        task.ToTable("SaleTasks");
        task.Property(x => x.Id).ValueGeneratedNever();
        task.Property(x => x.Kind).HasMaxLength(40);
        task.Property(x => x.ResolvedBy).HasMaxLength(100);
        task.Property(x => x.Note).HasMaxLength(200);
        task.HasIndex(x => x.At);
    }

    public void Configure(EntityTypeBuilder<AccountBuyer> buyer)
    {
        buyer.ToTable("AccountBuyers");
        buyer.HasKey(x => x.Code);
        buyer.Property(x => x.Code).HasMaxLength(20);
        buyer.Property(x => x.Name).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<UsedVoucher> voucher)
    {
        voucher.ToTable("UsedVouchers");
        voucher.HasKey(x => x.Code);
        voucher.Property(x => x.Code).HasMaxLength(80);
    }
}
