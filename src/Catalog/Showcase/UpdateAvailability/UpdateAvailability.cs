using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Data;
using ZhongFu.Catalog.Products;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Showcase.UpdateAvailability;

/// <summary>Keeps and shows what the stock ledger says about a SKU; what is older than what we know is ignored.</summary>
internal sealed record UpdateAvailabilityCommand(Guid SkuId, long Available, long Version) : ICommand;

internal sealed class UpdateAvailabilityHandler(CatalogDb db, Shelf shelf, TimeProvider clock) : IRequestHandler<UpdateAvailabilityCommand, Unit>
{
    public async Task<Unit> Handle(UpdateAvailabilityCommand command, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var updated = await db.Availabilities.Where(x => x.SkuId == command.SkuId && x.Version < command.Version).ExecuteUpdateAsync(
            x => x.SetProperty(a => a.Available, command.Available).SetProperty(a => a.Version, command.Version).SetProperty(a => a.ChangedAt, now), cancellationToken);
        if (updated == 0)
        {
            if (await db.Availabilities.AnyAsync(x => x.SkuId == command.SkuId, cancellationToken)) return Unit.Value;
            db.Add(new Availability(command.SkuId, command.Available, command.Version, now)); // two at once: one fails on the key and comes again
        }
        db.AfterCommit(() => shelf.ShowStock(command.SkuId, command.Available, command.Version));
        return Unit.Value;
    }
}
