using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.ScanPayments;

internal sealed class ScanPaymentTable : IEntityTypeConfiguration<ScanPayment>
{
    public void Configure(EntityTypeBuilder<ScanPayment> payment)
    {
        payment.ToTable("ScanPayments", table => table.HasCheckConstraint("CK_ScanPayments_Amount", "\"AmountFen\" > 0"));
        payment.Property(x => x.Id).ValueGeneratedNever();
        payment.Property(x => x.DeviceId).HasMaxLength(64);
        payment.Property(x => x.CashierKey).HasMaxLength(64);
        payment.Property(x => x.Cashier).HasMaxLength(100);
        payment.Property(x => x.Label).HasMaxLength(20);
        payment.Property(x => x.PayUrl).HasMaxLength(300);
        payment.Property(x => x.Version).IsConcurrencyToken();
        payment.HasIndex(x => new { x.DeviceId, x.State });
        payment.HasIndex(x => new { x.State, x.EndsAt });
    }
}
