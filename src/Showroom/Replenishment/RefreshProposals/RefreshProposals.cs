using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Transfers;

namespace ZhongFu.Showroom.Replenishment.RefreshProposals;

/// <summary>Works out anew what every showroom, cabinet and sub-centre should be brought.</summary>
internal sealed record RefreshProposalsCommand : ICommand<RefreshedProposals>;

internal sealed record RefreshedProposals(int Count);

internal sealed class RefreshProposalsHandler(ShowroomDb db, TimeProvider clock, IConfiguration settings) : IRequestHandler<RefreshProposalsCommand, RefreshedProposals>
{
    public async Task<RefreshedProposals> Handle(RefreshProposalsCommand request, CancellationToken cancellationToken)
    {
        // Deleted first: whoever is ordering some of them right now is waited for, and the transfer made from them counts below.
        await db.Proposals.ExecuteDeleteAsync(cancellationToken);
        var (lead, cover) = (Days("Showroom:ReplenishLeadDays", 1), Days("Showroom:ReplenishCoverDays", 3));
        var places = (await db.WithShelves(cancellationToken)).ToList();
        var warehouse = places.FirstOrDefault(x => x.Kind == LocationKind.Warehouse);
        var sources = places.Where(x => x.Kind != LocationKind.Warehouse).Select(x => (Place: x.Id, Source: places.FirstOrDefault(p => p.Code == x.ParentCode) ?? warehouse)).Where(x => x.Source is not null).ToDictionary(x => x.Place, x => x.Source!.Id);
        var shelves = await Shelves.Read(db, clock.UtcNow(), cancellationToken);
        var demands = shelves.Keys.Where(x => sources.ContainsKey(x.LocationId))
            .Select(x => (x.SkuId, x.LocationId, From: sources[x.LocationId], Demand: shelves.DemandOf(x, sources[x.LocationId], lead, cover))).Where(x => x.Demand.Wanted > 0);
        var (left, count, now) = (new Dictionary<(Guid, Guid), long>(), 0, clock.UtcNow());
        // Who runs out first is served first; what a source has is promised once.
        foreach (var x in demands.OrderBy(x => x.Demand.DaysLeft).ThenBy(x => x.LocationId).ThenBy(x => x.SkuId))
        {
            var free = left.TryGetValue((x.SkuId, x.From), out var rest) ? rest : shelves.FreeAt(x.SkuId, x.From);
            var proposal = ReplenishmentProposal.Of(x.SkuId, x.LocationId, x.From, x.Demand, free, now);
            left[(x.SkuId, x.From)] = free - proposal.Quantity;
            db.Add(proposal);
            count++;
        }
        return new(count);
    }

    private int Days(string key, int usual) => int.TryParse(settings[key], CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= 60 ? days : usual;
}
