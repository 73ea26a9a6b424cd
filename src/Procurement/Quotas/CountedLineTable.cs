using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Procurement.Quotas;

internal sealed class CountedLineTable : IEntityTypeConfiguration<CountedLine>
{
    public void Configure(EntityTypeBuilder<CountedLine> line)
    {
        line.ToTable("CountedLines", table => table.HasCheckConstraint("CK_CountedLines_NotNegative", "\"CommittedFen\" >= 0 AND \"PaidFen\" <= \"AcceptedFen\""));
        line.Property(x => x.Id).ValueGeneratedNever();
        line.Property(x => x.Paper).HasMaxLength(40);
        line.Property(x => x.RuleCode).HasMaxLength(40);
        line.HasIndex(x => new { x.Channel, x.SubjectId, x.Line }).IsUnique();
        line.HasIndex(x => new { x.OrganisationId, x.Year });
    }
}
