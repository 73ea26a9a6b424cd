using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Stocktakes.StartStocktake;

/// <summary>Begins to count a place: all that stands there, or only some goods.</summary>
/// <param name="SkuIds">Only these; null or empty: everything.</param>
internal sealed record StartStocktakeCommand(Guid LocationId, IReadOnlyList<Guid>? SkuIds = null) : ICommand<StartedStocktake>;

/// <summary>The stocktake that began.</summary>
internal sealed record StartedStocktake(Guid Id, string Number, int Lines);

internal sealed class StartStocktakeValidator : AbstractValidator<StartStocktakeCommand>
{
    public StartStocktakeValidator()
    {
        RuleFor(x => x.LocationId).NotEmpty();
        RuleFor(x => x.SkuIds).Must(x => x is null or { Count: <= 200 }).WithMessage("At most 200 SKUs.");
    }
}

internal sealed class StartStocktakeHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<StartStocktakeCommand, StartedStocktake>
{
    public async Task<StartedStocktake> Handle(StartStocktakeCommand request, CancellationToken cancellationToken)
    {
        var place = await db.Locations.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.LocationId, cancellationToken);
        if (place is null || !place.Kind.HasShelves()) throw new ValidationException([new ValidationFailure("LocationId", "No place with shelves has this id.") { ErrorCode = "location.unknown" }]);
        var (actor, now, day, wanted) = (context.Actor, clock.UtcNow(), clock.Today(), request.SkuIds?.Distinct().ToList() ?? []);
        var standing = await (from balance in db.BatchBalances.AsNoTracking()
                              where balance.LocationId == place.Id && balance.OnHand != 0 && (wanted.Count == 0 || wanted.Contains(balance.SkuId))
                              join item in db.ShelfItems on balance.SkuId equals item.SkuId
                              select new { balance.SkuId, balance.Batch, balance.OnHand, item.PriceFen }).ToListAsync(cancellationToken);
        // Two that count at once meet at the unique number; the loser counts again.
        var serial = await db.Stocktakes.CountAsync(x => x.Day == day, cancellationToken) + 1;
        var number = string.Create(CultureInfo.InvariantCulture, $"PK{day:yyyyMMdd}-{serial:000}");
        var stocktake = Stocktake.Start(number, day, place.Id, standing.Select(x => (x.SkuId, x.Batch, x.OnHand, x.PriceFen)), actor, now);
        db.Add(stocktake);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.stocktake.start", stocktake.Id, after: new { number, place.Code, lines = standing.Count }));
        return new(stocktake.Id, number, standing.Count);
    }
}
