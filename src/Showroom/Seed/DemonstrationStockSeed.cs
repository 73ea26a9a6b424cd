using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Seeding;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Batches;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Seed;

/// <summary>The places of the demonstration and what lay on their shelves on the opening day: in bulk, for the books are empty and nobody else is writing.</summary>
internal sealed class DemonstrationStockSeed(ShowroomDb db, TimeProvider clock) : ISeed
{
    public bool IsDemonstration => true;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (await db.Locations.AnyAsync(x => x.Kind == LocationKind.Warehouse, cancellationToken)) return;
        var rows = Read<LocationRow>("locations.csv");
        db.AddRange(Places(rows.Where(x => x.Kind.HasShelves())));

        var places = rows.ToDictionary(x => x.Code);
        var supplier = rows.First(x => x.Kind == LocationKind.Supplier).Id;
        var safety = Read<SafetyRow>("safety-stock.csv").ToDictionary(x => (x.SkuId, x.LocationCode), x => x.Quantity);
        var now = clock.UtcNow();
        var expiry = Read<BatchExpiryRow>("batch-expiry.csv").ToDictionary(x => x.BatchCode);
        foreach (var sku in Read<OpeningRow>("opening-stock.csv").GroupBy(x => x.SkuId)) 
        {
            Open(sku.Key, [.. sku], places, safety, supplier, now);
            foreach (var code in sku.Select(x => x.BatchCode).Where(x => x.Length > 0).Distinct())
                db.Add(expiry.TryGetValue(code, out var row) ? row.Opened(sku.Key, clock.Today(), now) : Batch.Of(sku.Key, code, null, now));
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Open(Guid skuId, IReadOnlyList<OpeningRow> rows, Dictionary<string, LocationRow> places, Dictionary<(Guid, string), long> safety, Guid supplier, DateTime now)
    {
        var available = 0L;
        foreach (var shelf in rows.GroupBy(x => x.LocationCode))
        {
            var (place, kept, onHand) = (places[shelf.Key], safety.GetValueOrDefault((skuId, shelf.Key)), shelf.Sum(x => x.Quantity));
            foreach (var row in shelf) db.Add(StockMovement.Opening(skuId, row.BatchCode, supplier, place.Id, place.Code, row.Quantity, now));
            foreach (var batch in shelf.GroupBy(x => x.BatchCode)) db.Add(BatchBalance.At(skuId, place.Id, batch.Key, batch.Sum(x => x.Quantity)));
            db.Add(StockBalance.At(skuId, place.Id, onHand, kept));
            if (place.Kind.DefaultOnlinePriority() is not null) available += Math.Max(0, onHand - kept);
        }
        db.Add(StockBalance.At(skuId, supplier, -rows.Sum(x => x.Quantity)));
        db.Add(StockVersion.First(skuId));
        db.Send(new ShowAvailability(skuId, available, 1));
    }

    private static IEnumerable<Location> Places(IEnumerable<LocationRow> rows)
    {
        var subdistricts = Read<SubdistrictRow>("subdistricts.csv").ToDictionary(x => x.Code, x => x.Name);
        return rows.Select(x => Location.OpenAt(x.Id, x.Code, x.Kind, x.Name, x.NameEn,
            new PostalPlace(x.ParentCode, x.Subdistrict, subdistricts.GetValueOrDefault(x.Subdistrict), x.Community, x.Address, x.Hours)));
    }

    private static IReadOnlyList<T> Read<T>(string name) => SeedFile.Read<T>(typeof(DemonstrationStockSeed).Assembly, name);

    private sealed record OpeningRow(Guid SkuId, string LocationCode, string BatchCode, long Quantity);

    private sealed record SafetyRow(Guid SkuId, string LocationCode, long Quantity);

    private sealed record SubdistrictRow(string Code, string Name);
}
