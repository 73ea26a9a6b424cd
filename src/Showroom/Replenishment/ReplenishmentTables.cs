using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Showroom.Replenishment;

internal sealed class ReplenishmentTables : IEntityTypeConfiguration<ReplenishmentProposal>
{
    public void Configure(EntityTypeBuilder<ReplenishmentProposal> proposal)
    {
        proposal.ToTable("ReplenishmentProposals");
        proposal.HasKey(x => new { x.LocationId, x.SkuId });
    }
}
