using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Procurement.Receipts;

internal sealed class ReceiptTables : IEntityTypeConfiguration<Receipt>, IEntityTypeConfiguration<ReceiptLine>, IEntityTypeConfiguration<OpenDelivery>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.ToTable("Receipts");
        receipt.Property(x => x.Id).ValueGeneratedNever();
        receipt.Property(x => x.Number).HasMaxLength(30);
        receipt.Property(x => x.DeliveryNumber).HasMaxLength(30);
        receipt.Property(x => x.OrderNumber).HasMaxLength(30);
        receipt.Property(x => x.Note).HasMaxLength(200);
        receipt.Property(x => x.RecordedByName).HasMaxLength(100);
        receipt.Property(x => x.CheckedByName).HasMaxLength(100);
        receipt.Property(x => x.CheckNote).HasMaxLength(200);
        receipt.Property(x => x.Version).IsConcurrencyToken();
        receipt.HasIndex(x => x.Number).IsUnique();
        receipt.HasIndex(x => x.DeliveryId);
        receipt.HasIndex(x => x.OrderId);
        receipt.HasIndex(x => new { x.BuyerId, x.State });
        receipt.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.ReceiptId);
        receipt.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<ReceiptLine> line)
    {
        line.ToTable("ReceiptLines", table => table.HasCheckConstraint("CK_ReceiptLines_NotNegative", "\"Accepted\" >= 0 AND \"Rejected\" >= 0 AND \"AmountFen\" >= 0"));
        line.HasKey(x => new { x.ReceiptId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Name).HasMaxLength(150);
        line.Property(x => x.Reason).HasMaxLength(200);
        line.Property(x => x.Consent).HasMaxLength(200);
        line.Property(x => x.Batch).HasMaxLength(40);
        line.Property(x => x.Certificate).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<OpenDelivery> open)
    {
        open.ToTable("OpenReceipts");
        open.HasKey(x => x.DeliveryId);
    }
}

/// <summary>That a delivery has a receipt that counts, recorded or signed: two people at two docks cannot both record it.</summary>
internal sealed class OpenDelivery(Guid deliveryId, Guid receiptId)
{
    public Guid DeliveryId { get; private init; } = deliveryId;
    public Guid ReceiptId { get; private init; } = receiptId;
}
