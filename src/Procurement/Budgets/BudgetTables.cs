using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Procurement.Budgets;

internal sealed class BudgetTables : IEntityTypeConfiguration<Budget>, IEntityTypeConfiguration<BudgetEntry>
{
    public void Configure(EntityTypeBuilder<Budget> budget)
    {
        budget.ToTable("Budgets", table =>
        {
            table.HasCheckConstraint("CK_Budgets_NotNegative", "\"ReservedFen\" >= 0 AND \"CommittedFen\" >= 0 AND \"ConsumedFen\" >= 0");
            table.HasCheckConstraint("CK_Budgets_NotOverspent", "\"AmountFen\" >= \"ReservedFen\" + \"CommittedFen\" + \"ConsumedFen\"");
        });
        budget.Property(x => x.Id).ValueGeneratedNever();
        budget.HasIndex(x => new { x.BuyerId, x.Year }).IsUnique();
        budget.Ignore(x => x.AvailableFen);
        budget.Ignore(x => x.UsedPercent);
        budget.Ignore(x => x.Alert);
    }

    public void Configure(EntityTypeBuilder<BudgetEntry> entry)
    {
        entry.ToTable("BudgetEntries");
        entry.Property(x => x.Id).ValueGeneratedNever();
        entry.Property(x => x.Step).HasMaxLength(40);
        entry.Property(x => x.Paper).HasMaxLength(30);
        entry.Property(x => x.Actor).HasMaxLength(100);
        entry.HasIndex(x => new { x.SubjectId, x.Move, x.Step }).IsUnique();
        entry.HasIndex(x => new { x.BudgetId, x.At });
    }
}
