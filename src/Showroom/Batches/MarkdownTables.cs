using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Batches;

internal sealed class MarkdownTables : IEntityTypeConfiguration<MarkdownStep>, IEntityTypeConfiguration<Markdown>
{
    public void Configure(EntityTypeBuilder<MarkdownStep> step)
    {
        step.ToTable("MarkdownLadder");
        step.HasKey(x => new { x.MinLifeDays, x.DaysLeft });
    }

    public void Configure(EntityTypeBuilder<Markdown> markdown)
    {
        markdown.ToTable("Markdowns");
        markdown.HasKey(x => new { x.SkuId, x.Batch });
        markdown.Property(x => x.Batch).HasMaxLength(40);
        markdown.Property(x => x.ActorName).HasMaxLength(100);
    }
}
