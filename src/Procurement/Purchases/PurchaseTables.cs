using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Procurement.Purchases;

internal sealed class PurchaseTables : IEntityTypeConfiguration<PurchaseOrder>, IEntityTypeConfiguration<PurchaseLine>, IEntityTypeConfiguration<PurchaseApproval>, IEntityTypeConfiguration<PaperSerial>
{
    public void Configure(EntityTypeBuilder<PurchaseOrder> order)
    {
        order.ToTable("PurchaseOrders", table => table.HasCheckConstraint("CK_PurchaseOrders_Total", "\"TotalFen\" = \"GoodsFen\" + \"FreightFen\""));
        order.Property(x => x.Id).ValueGeneratedNever();
        order.Property(x => x.Number).HasMaxLength(30);
        order.Property(x => x.Note).HasMaxLength(200);
        order.Property(x => x.EndNote).HasMaxLength(200);
        order.Property(x => x.ContentHash).HasMaxLength(64);
        order.Property(x => x.RequestedByName).HasMaxLength(100);
        order.Property(x => x.Version).IsConcurrencyToken();
        order.OwnsOne(x => x.To, to =>
        {
            to.Property(x => x.Name).HasMaxLength(80);
            to.Property(x => x.Address).HasMaxLength(200);
            to.Property(x => x.Contact).HasMaxLength(40);
            to.Property(x => x.Phone).HasMaxLength(20);
            to.Property(x => x.Window).HasMaxLength(20);
        });
        order.HasIndex(x => x.Number).IsUnique();
        order.HasIndex(x => new { x.BuyerId, x.State, x.Id });
        order.HasIndex(x => new { x.SupplierId, x.State, x.Id });
        order.HasIndex(x => x.SubmissionId);
        order.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.OrderId);
        order.HasMany(x => x.Approvals).WithOne().HasForeignKey(x => x.OrderId);
        order.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
        order.Navigation(x => x.Approvals).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<PurchaseLine> line)
    {
        line.ToTable("PurchaseLines", table => table.HasCheckConstraint("CK_PurchaseLines_Progress",
            "\"ShippedQuantity\" <= \"Quantity\" AND \"AcceptedQuantity\" >= 0 AND \"RejectedQuantity\" >= 0 AND \"AcceptedQuantity\" + \"RejectedQuantity\" <= \"ShippedQuantity\""));
        line.HasKey(x => new { x.OrderId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Code).HasMaxLength(20);
        line.Property(x => x.ProductName).HasMaxLength(80);
        line.Property(x => x.SkuName).HasMaxLength(60);
        line.Property(x => x.Unit).HasMaxLength(10);
        line.Property(x => x.CountyCode).HasMaxLength(6);
        line.Property(x => x.County).HasMaxLength(40);
        line.Property(x => x.TownshipCode).HasMaxLength(9);
    }

    public void Configure(EntityTypeBuilder<PurchaseApproval> approval)
    {
        approval.ToTable("PurchaseApprovals");
        approval.HasKey(x => new { x.OrderId, x.Step });
        approval.Property(x => x.Step).ValueGeneratedNever();
        approval.Property(x => x.Approver).HasMaxLength(100);
        approval.Property(x => x.ContentHash).HasMaxLength(64);
        approval.Property(x => x.Note).HasMaxLength(200);
        approval.HasIndex(x => new { x.OrderId, x.ApproverId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PaperSerial> serial)
    {
        serial.ToTable("PaperSerials");
        serial.HasKey(x => new { x.Kind, x.Day });
        serial.Property(x => x.Kind).HasMaxLength(4);
        serial.Property(x => x.Day).HasMaxLength(8);
    }
}
