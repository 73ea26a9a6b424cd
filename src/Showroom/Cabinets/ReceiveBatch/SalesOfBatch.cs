using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.ShelfItems;

namespace ZhongFu.Showroom.Cabinets.ReceiveBatch;

/// <summary>Writes down the sales of a batch, each once, and takes the goods out of the cabinet.</summary>
internal sealed class SalesOfBatch(ShowroomDb db, Cabinet cabinet, CabinetReport report, TaskNotes notes, DeviceTimes times)
{
    private const long MostPieces = 999;
    private const long DearestFen = 10_000_000;

    public int New { get; private set; }
    public int Known { get; private set; }
    public int Unreadable { get; private set; }

    public async Task Write(string actorKey, CancellationToken cancellationToken)
    {
        var fresh = await Unknown(report.Sales ?? [], cancellationToken);
        if (fresh.Count == 0) return;
        var goods = await Goods.Recognise(db, cabinet.Id, fresh.Select(x => x.Told), cancellationToken);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var sold = new List<CabinetSale>();
        foreach (var (told, hash, numberUsed) in fresh)
        {
            times.Look(told.SoldAt);
            var item = goods.Of(told);
            var code = told.Barcode ?? told.Slot ?? "";
            var sale = CabinetSale.Of(cabinet.Id, report.Number, told, hash, item?.SkuId, code, item?.Name ?? code, now);
            db.Add(sale);
            New++;
            if (numberUsed) notes.Note(CabinetTask.NumberReused, told.Number, told.Number, item?.SkuId, sale.Id);
            if (item is null) notes.Note(CabinetTask.UnknownGoods, 0, told.Quantity, null, sale.Id, code);
            else if (item.PriceFen != told.PriceFen) notes.Note(CabinetTask.PriceDiffers, item.PriceFen, told.PriceFen, item.SkuId, sale.Id);
            if (item is not null) sold.Add(sale);
        }
        if (sold.Count == 0) return;
        var book = await StockBook.Open(db, sold.Select(x => x.SkuId!.Value), cancellationToken);
        await SoldGoods.Take(db, book, cabinet, notes, sold, now, actorKey, cancellationToken);
        book.Close();
    }

    /// <summary>The sales that no batch has brought yet; a number that stands for another sale is marked.</summary>
    private async Task<List<(ReportedSale Told, string Hash, bool NumberUsed)>> Unknown(IReadOnlyList<ReportedSale> told, CancellationToken cancellationToken)
    {
        var numbers = told.Select(x => x.Number).Distinct().ToList();
        var before = await db.CabinetSales.AsNoTracking().Where(x => x.CabinetId == cabinet.Id && numbers.Contains(x.Number)).Select(x => new { x.Number, x.ContentHash }).ToListAsync(cancellationToken);
        var seen = before.Select(x => (x.Number, x.ContentHash)).ToHashSet();
        var used = before.Select(x => x.Number).ToHashSet();
        var fresh = new List<(ReportedSale, string, bool)>();
        foreach (var raw in told)
        {
            if (!IsReadable(raw)) { Unreadable++; notes.Note(CabinetTask.Unreadable, detail: JsonSerializer.Serialize(Cut(raw))); continue; }
            var sale = Cut(raw);
            var hash = CabinetReport.Sha(sale);
            if (!seen.Add((sale.Number, hash))) { Known++; continue; }
            fresh.Add((sale, hash, !used.Add(sale.Number)));
        }
        return fresh;
    }

    private static bool IsReadable(ReportedSale sale) => sale is { Number: >= 1, Quantity: >= 1 and <= MostPieces, PriceFen: >= 0 and <= DearestFen };

    private static ReportedSale Cut(ReportedSale sale) => sale with
    {
        SoldAt = Utc.Of(sale.SoldAt), Barcode = Short(sale.Barcode, 40), Slot = Short(sale.Slot, 10)?.ToUpperInvariant(), Payment = Short(sale.Payment, 80),
    };

    private static string? Short(string? text, int most) => PlainText.Clean(text) is { } clean ? clean[..Math.Min(most, clean.Length)] : null;
}

/// <summary>From what the devices say to goods: by barcode, else by the slot of the planogram.</summary>
internal sealed class Goods
{
    private readonly IReadOnlyDictionary<string, ShelfItem> byCode;
    private readonly Dictionary<string, ShelfItem> bySlot;

    private Goods(IReadOnlyDictionary<string, ShelfItem> byCode, Dictionary<string, ShelfItem> bySlot) => (this.byCode, this.bySlot) = (byCode, bySlot);

    public static async Task<Goods> Recognise(ShowroomDb db, Guid cabinetId, IEnumerable<ReportedSale> sales, CancellationToken cancellationToken)
    {
        var codes = sales.Select(x => x.Barcode).OfType<string>().Distinct().ToList();
        var byCode = await db.FindByCode(codes, cancellationToken);
        var bySlot = await db.PlanSlots.Where(x => x.CabinetId == cabinetId).Join(db.ShelfItems, x => x.SkuId, x => x.SkuId, (slot, item) => new { slot.Slot, item }).AsNoTracking()
            .ToDictionaryAsync(x => x.Slot, x => x.item, cancellationToken);
        return new Goods(byCode, bySlot);
    }

    public ShelfItem? Of(ReportedSale sale) => sale.Barcode is { } code ? byCode.GetValueOrDefault(code) : sale.Slot is { } slot ? bySlot.GetValueOrDefault(slot) : null;
}
