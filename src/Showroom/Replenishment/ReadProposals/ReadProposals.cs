using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Replenishment.ReadProposals;

/// <summary>What is proposed for a place; without one, for the place with most proposals.</summary>
internal sealed record ReadProposalsQuery(string? Place = null) : IQuery<ProposalList>;

/// <param name="Places">Places with proposals, most first, and how many.</param>
/// <param name="Items">At most 200, most pieces first.</param>
internal sealed record ProposalList(string? Place, Guid? LocationId, string? From, DateTime? At, IReadOnlyList<ProposedPlace> Places, IReadOnlyList<ProposedGoods> Items)
{
    public static ProposalList Empty { get; } = new(null, null, null, null, [], []);
}

internal sealed record ProposedPlace(Guid LocationId, string Code, string Name, int Count);

internal sealed record ProposedGoods(
    Guid SkuId, string Code, string Name, long Quantity, long Wanted, long Sold, int LeadDays, int CoverDays, long Minimum, long Target, long OnHand, long Reserved, long WillExpire, long Incoming, long SourceFree);

internal sealed class ReadProposalsValidator : AbstractValidator<ReadProposalsQuery>
{
    public ReadProposalsValidator() => RuleFor(x => x.Place).MaximumLength(20);
}

internal sealed class ReadProposalsHandler(ShowroomDb db) : IRequestHandler<ReadProposalsQuery, ProposalList>
{
    public async Task<ProposalList> Handle(ReadProposalsQuery request, CancellationToken cancellationToken)
    {
        var counts = await db.Proposals.GroupBy(x => x.LocationId).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
        var ids = counts.Keys.ToList();
        var known = await db.Locations.AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(cancellationToken);
        var places = known.Select(x => new ProposedPlace(x.Id, x.Code, x.Name, counts[x.Id])).OrderByDescending(x => x.Count).ThenBy(x => x.Code, StringComparer.Ordinal).ToList();
        if ((places.FirstOrDefault(x => x.Code == request.Place) ?? (string.IsNullOrEmpty(request.Place) ? places.FirstOrDefault() : null)) is not { } place) return ProposalList.Empty with { Places = places };
        var rows = await (from proposal in db.Proposals.AsNoTracking()
                          where proposal.LocationId == place.LocationId
                          join item in db.ShelfItems on proposal.SkuId equals item.SkuId
                          orderby proposal.Quantity descending, item.Code
                          select new { proposal, item }).Take(200).ToListAsync(cancellationToken);
        var fromId = rows.Select(x => x.proposal.FromId).FirstOrDefault();
        var from = await db.Locations.Where(x => x.Id == fromId).Select(x => x.Name).FirstOrDefaultAsync(cancellationToken);
        return new(place.Code, place.LocationId, from, rows.Select(x => (DateTime?)x.proposal.At).FirstOrDefault(), places, [.. rows.Select(x => new ProposedGoods(x.item.SkuId, x.item.Code, x.item.Name, x.proposal.Quantity, x.proposal.Wanted, x.proposal.Sold,
            x.proposal.LeadDays, x.proposal.CoverDays, x.proposal.Minimum, x.proposal.Target, x.proposal.OnHand, x.proposal.Reserved, x.proposal.WillExpire, x.proposal.Incoming, x.proposal.SourceFree))]);
    }
}
