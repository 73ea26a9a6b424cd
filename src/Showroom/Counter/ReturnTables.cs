using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Counter;

internal sealed class ReturnTables : IEntityTypeConfiguration<SaleReturn>, IEntityTypeConfiguration<ReturnLine>, IEntityTypeConfiguration<ReturnRefund>
{
    public void Configure(EntityTypeBuilder<SaleReturn> back)
    {
        back.ToTable("SaleReturns");
        back.Property(x => x.Id).ValueGeneratedNever();
        back.Property(x => x.Number).HasMaxLength(40);
        back.Property(x => x.DeviceId).HasMaxLength(64);
        back.Property(x => x.Reason).HasMaxLength(200);
        back.Property(x => x.Cashier).HasMaxLength(100);
        back.Property(x => x.ApprovedBy).HasMaxLength(100);
        back.HasIndex(x => x.Number).IsUnique();
        back.HasIndex(x => x.SaleId);
        back.HasIndex(x => x.ShiftId);
        back.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.ReturnId);
        back.HasMany(x => x.Refunds).WithOne().HasForeignKey(x => x.ReturnId);
        foreach (var list in new[] { nameof(SaleReturn.Lines), nameof(SaleReturn.Refunds) }) back.Navigation(list).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<ReturnLine> line)
    {
        line.ToTable("ReturnLines");
        line.HasKey(x => new { x.ReturnId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Name).HasMaxLength(320);
    }

    public void Configure(EntityTypeBuilder<ReturnRefund> refund)
    {
        refund.ToTable("ReturnRefunds");
        refund.HasKey(x => new { x.ReturnId, x.Line });
        refund.Property(x => x.Line).ValueGeneratedNever();
    }
}
