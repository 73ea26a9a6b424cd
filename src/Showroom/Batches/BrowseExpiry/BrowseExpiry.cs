using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Batches.BrowseExpiry;

/// <summary>Goods that the ladder speaks of, and expired goods that still stand somewhere; by place, soonest first.</summary>
internal sealed record BrowseExpiryQuery(string? Place = null) : IQuery<ExpiryList>;

internal sealed record ExpiryList(IReadOnlyList<(string Code, string Name)> Places, IReadOnlyList<ExpiryRow> Rows);

/// <param name="DaysLeft">Days after today on which it may be sold; below 0: expired.</param>
/// <param name="Proposed">Percent off by the ladder.</param>
/// <param name="Accepted">Percent off that holds at the counter, 0: none.</param>
internal sealed record ExpiryRow(string PlaceCode, string Place, Guid SkuId, string Name, string Batch, DateOnly ExpiresOn, int DaysLeft, long OnHand, long PriceFen, int Proposed, int Accepted)
{
    /// <summary>Price by the proposal, fen.</summary>
    public long ProposedFen => Markdown.PriceOf(PriceFen, Proposed);
}

internal sealed class BrowseExpiryValidator : AbstractValidator<BrowseExpiryQuery>
{
    public BrowseExpiryValidator() => RuleFor(x => x.Place).MaximumLength(20);
}

internal sealed class BrowseExpiryHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<BrowseExpiryQuery, ExpiryList>
{
    private const int Most = 500;

    public async Task<ExpiryList> Handle(BrowseExpiryQuery request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var ladder = await db.MarkdownLadder.AsNoTracking().ToListAsync(cancellationToken);
        var horizon = today.AddDays(ladder.Select(x => x.DaysLeft).DefaultIfEmpty(0).Max());
        var found = await (from balance in db.BatchBalances
                           where balance.OnHand > 0
                           join batch in db.Batches on new { balance.SkuId, Code = balance.Batch } equals new { batch.SkuId, batch.Code }
                           where batch.ExpiresOn <= horizon && batch.State != BatchState.Blocked
                           join item in db.ShelfItems on balance.SkuId equals item.SkuId
                           join place in db.Locations on balance.LocationId equals place.Id
                           where request.Place == null || request.Place == "" || place.Code == request.Place
                           orderby place.Code, batch.ExpiresOn
                           select new { balance.OnHand, batch, item, place.Code, Place = place.Name }).AsNoTracking().Take(4 * Most).ToListAsync(cancellationToken);
        var accepted = await db.Markdowns.AsNoTracking().ToDictionaryAsync(x => (x.SkuId, x.Batch), x => x.PercentOff, cancellationToken);
        var rows = found.Select(x => Row(x.Code, x.Place, x.item, x.batch, x.OnHand, ladder, accepted, today)).Where(x => x.Proposed > 0 || x.DaysLeft < 0).Take(Most);
        return new([.. (await db.WithShelves(cancellationToken)).Select(x => (x.Code, x.Name))], [.. rows]);
    }

    private static ExpiryRow Row(string placeCode, string place, ShelfItems.ShelfItem item, Batch batch, long onHand, IReadOnlyList<MarkdownStep> ladder, Dictionary<(Guid, string), int> accepted, DateOnly today)
    {
        var expires = batch.ExpiresOn!.Value;
        var left = expires.DayNumber - today.DayNumber;
        var proposed = left < 0 ? 0 : MarkdownStep.Propose(ladder, expires.DayNumber - BusinessTime.DayOf(batch.ReceivedAt).DayNumber, left);
        return new(placeCode, place, item.SkuId, item.Name, batch.Code, expires, left, onHand, item.PriceFen, proposed, accepted.GetValueOrDefault((item.SkuId, batch.Code)));
    }
}
