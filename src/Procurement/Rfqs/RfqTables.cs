using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Procurement.Rfqs;

internal sealed class RfqTables : IEntityTypeConfiguration<Rfq>, IEntityTypeConfiguration<RfqLine>, IEntityTypeConfiguration<RfqInvitation>, IEntityTypeConfiguration<RfqKey>
{
    public void Configure(EntityTypeBuilder<Rfq> rfq)
    {
        rfq.ToTable("Rfqs");
        rfq.Property(x => x.Id).ValueGeneratedNever();
        rfq.Property(x => x.Number).HasMaxLength(30);
        rfq.Property(x => x.Title).HasMaxLength(80);
        rfq.Property(x => x.Place).HasMaxLength(200);
        rfq.Property(x => x.Note).HasMaxLength(500);
        rfq.Property(x => x.RequestedByName).HasMaxLength(100);
        rfq.Property(x => x.AwardedByName).HasMaxLength(100);
        rfq.Property(x => x.EndNote).HasMaxLength(200);
        rfq.Property(x => x.Version).IsConcurrencyToken();
        rfq.HasIndex(x => x.Number).IsUnique();
        rfq.HasIndex(x => new { x.BuyerId, x.State, x.Id });
        rfq.HasIndex(x => new { x.State, x.Deadline });
        rfq.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.RfqId);
        rfq.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<RfqLine> line)
    {
        line.ToTable("RfqLines");
        line.HasKey(x => new { x.RfqId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Code).HasMaxLength(20);
        line.Property(x => x.Name).HasMaxLength(120);
        line.Property(x => x.County).HasMaxLength(40);
        line.Property(x => x.Unit).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<RfqInvitation> invitation)
    {
        invitation.ToTable("RfqInvitations");
        invitation.HasKey(x => new { x.RfqId, x.SupplierId });
        invitation.HasIndex(x => new { x.SupplierId, x.RfqId });
        invitation.HasOne<Rfq>().WithMany().HasForeignKey(x => x.RfqId);
    }

    public void Configure(EntityTypeBuilder<RfqKey> key)
    {
        key.ToTable("RfqKeys");
        key.HasKey(x => x.RfqId);
        key.Property(x => x.PublicKey).HasMaxLength(200);
        key.Property(x => x.PrivateKey).HasMaxLength(600);
        key.Property(x => x.StampKey).HasMaxLength(600);
        key.HasOne<Rfq>().WithOne().HasForeignKey<RfqKey>(x => x.RfqId);
    }
}

internal sealed class QuoteTables : IEntityTypeConfiguration<SealedQuote>, IEntityTypeConfiguration<OpenedQuote>, IEntityTypeConfiguration<OpenedLine>, IEntityTypeConfiguration<AwardedLine>, IEntityTypeConfiguration<RfqOrder>
{
    public void Configure(EntityTypeBuilder<SealedQuote> quote)
    {
        quote.ToTable("SealedQuotes");
        quote.HasKey(x => new { x.RfqId, x.SupplierId, x.Revision });
        quote.Property(x => x.Revision).ValueGeneratedNever();
        quote.Property(x => x.Envelope).HasMaxLength(QuoteSeal.EnvelopeLength + 100);
        quote.Property(x => x.Receipt).HasMaxLength(64);
        quote.Property(x => x.Stamp).HasMaxLength(64);
        quote.Property(x => x.SentBy).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<OpenedQuote> quote)
    {
        quote.ToTable("OpenedQuotes");
        quote.HasKey(x => new { x.RfqId, x.SupplierId, x.Revision });
        quote.Property(x => x.Revision).ValueGeneratedNever();
        quote.Property(x => x.Note).HasMaxLength(200);
        quote.HasMany(x => x.Lines).WithOne().HasForeignKey(x => new { x.RfqId, x.SupplierId, x.Revision });
        quote.Navigation(x => x.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<OpenedLine> line)
    {
        line.ToTable("OpenedQuoteLines");
        line.HasKey(x => new { x.RfqId, x.SupplierId, x.Revision, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AwardedLine> line)
    {
        line.ToTable("RfqAwards");
        line.HasKey(x => new { x.RfqId, x.Line });
        line.Property(x => x.Line).ValueGeneratedNever();
        line.Property(x => x.Reason).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<RfqOrder> order)
    {
        order.ToTable("RfqOrders");
        order.HasKey(x => new { x.RfqId, x.SupplierId });
        order.Property(x => x.OrderNumber).HasMaxLength(30);
    }
}
