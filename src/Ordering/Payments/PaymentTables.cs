using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Ordering.Payments;

internal sealed class PaymentTables : IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<Refund>, IEntityTypeConfiguration<ReceivedEvent>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("Payments", table => table.HasCheckConstraint("CK_Payments_Refunded", "\"RefundedFen\" >= 0 AND \"RefundedFen\" <= \"MovedFen\""));
        payment.Property(x => x.Id).ValueGeneratedNever();
        payment.Property(x => x.OrderNumber).HasMaxLength(20);
        payment.Property(x => x.BuyerKey).HasMaxLength(64);
        payment.Property(x => x.Currency).HasMaxLength(3);
        payment.Property(x => x.Provider).HasMaxLength(20);
        payment.Property(x => x.Site).HasMaxLength(200);
        payment.Property(x => x.SessionId).HasMaxLength(200);
        payment.Property(x => x.ProviderReference).HasMaxLength(200);
        payment.Property(x => x.CashierUrl).HasMaxLength(1000);
        payment.Property(x => x.Problem).HasMaxLength(100);
        payment.Property(x => x.Version).IsConcurrencyToken();
        payment.HasIndex(x => x.OrderId);
        payment.HasIndex(x => new { x.State, x.AskAt });
        payment.HasIndex(x => x.Problem);
        payment.HasIndex(x => x.ProviderReference);
    }

    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.ToTable("Refunds", table => table.HasCheckConstraint("CK_Refunds_Amount", "\"AmountFen\" > 0"));
        refund.Property(x => x.Id).ValueGeneratedNever();
        refund.Property(x => x.Reason).HasMaxLength(200);
        refund.Property(x => x.ProviderId).HasMaxLength(200);
        refund.Property(x => x.Problem).HasMaxLength(300);
        refund.Ignore(x => x.ProviderKey);
        refund.Property(x => x.Version).IsConcurrencyToken();
        refund.HasIndex(x => x.Key).IsUnique();
        refund.HasIndex(x => x.PaymentId);
        refund.HasIndex(x => x.OrderId);
        refund.HasIndex(x => new { x.State, x.DueAt });
    }

    public void Configure(EntityTypeBuilder<ReceivedEvent> received)
    {
        received.ToTable("ReceivedEvents");
        received.Property(x => x.Id).HasMaxLength(200);
        received.Property(x => x.Type).HasMaxLength(100);
        received.Property(x => x.Outcome).HasMaxLength(40);
        received.HasIndex(x => x.At);
    }
}
