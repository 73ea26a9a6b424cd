using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Procurement.Statements;

internal sealed class StatementTables : IEntityTypeConfiguration<Statement>, IEntityTypeConfiguration<StatementLine>, IEntityTypeConfiguration<StatementPayment>, IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Statement> statement)
    {
        statement.ToTable("Statements", table => table.HasCheckConstraint("CK_Statements_Paid", "\"PaidFen\" >= 0 AND \"ProposedFen\" >= 0 AND \"DisputedFen\" >= 0"));
        statement.Property(x => x.Id).ValueGeneratedNever();
        statement.Property(x => x.Number).HasMaxLength(30);
        statement.Property(x => x.Month).HasMaxLength(7);
        statement.Ignore(x => x.PayableFen);
        statement.HasIndex(x => x.Number).IsUnique();
        statement.HasIndex(x => new { x.BuyerId, x.SupplierId, x.Month }).IsUnique();
        statement.HasIndex(x => new { x.SupplierId, x.Month });
    }

    public void Configure(EntityTypeBuilder<StatementLine> line)
    {
        line.ToTable("StatementLines");
        line.Property(x => x.Id).ValueGeneratedNever();
        line.Property(x => x.Paper).HasMaxLength(30);
        line.Property(x => x.Name).HasMaxLength(150);
        line.Property(x => x.Reason).HasMaxLength(200);
        line.Property(x => x.Answer).HasMaxLength(200);
        line.Property(x => x.DecidedBy).HasMaxLength(100);
        line.HasIndex(x => new { x.SubjectId, x.Kind, x.Line }).IsUnique();
        line.HasIndex(x => new { x.StatementId, x.AcceptedOn });
        line.HasOne<Statement>().WithMany().HasForeignKey(x => x.StatementId);
    }

    public void Configure(EntityTypeBuilder<StatementPayment> payment)
    {
        payment.ToTable("StatementPayments", table => table.HasCheckConstraint("CK_StatementPayments_Amount", "\"AmountFen\" > 0"));
        payment.Property(x => x.Id).ValueGeneratedNever();
        payment.Property(x => x.Reference).HasMaxLength(64);
        payment.Property(x => x.ProposedByName).HasMaxLength(100);
        payment.Property(x => x.DecidedByName).HasMaxLength(100);
        payment.HasIndex(x => x.Reference).IsUnique();
        payment.HasIndex(x => x.StatementId);
    }

    public void Configure(EntityTypeBuilder<Invoice> invoice)
    {
        invoice.ToTable("Invoices", table => table.HasCheckConstraint("CK_Invoices_Amount", "\"AmountFen\" > 0"));
        invoice.HasKey(x => x.Number);
        invoice.Property(x => x.Number).HasMaxLength(20);
        invoice.Property(x => x.EnteredBy).HasMaxLength(100);
        invoice.HasIndex(x => x.StatementId);
    }
}
