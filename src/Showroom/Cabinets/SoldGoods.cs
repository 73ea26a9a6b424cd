using ZhongFu.Catalog.Contracts;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Reservations;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>What the sales of a cabinet do to stock, and who hears of them.</summary>
internal static class SoldGoods
{
    /// <summary>Takes the goods of sales whose SKU is known out of their cabinet and tells of them.</summary>
    public static async Task Take(ShowroomDb db, StockBook book, Cabinet cabinet, TaskNotes notes, IReadOnlyCollection<CabinetSale> sold, DateTime now, string actorKey, CancellationToken cancellationToken)
    {
        foreach (var sku in sold.GroupBy(x => x.SkuId!.Value).OrderBy(x => x.Key))
        {
            var (onHand, quantity, unsellable) = (book.At(sku.Key, cabinet.Id).OnHand, sku.Sum(x => x.Quantity), 0L);
            foreach (var sale in sku) unsellable += await book.PostSale(StockMovement.CabinetSale(sale.Id, sku.Key, cabinet.Id, book.Places.Customer, sale.Quantity, now, actorKey));
            if (quantity > onHand) await notes.NoteOnceADay(CabinetTask.StockShort, cancellationToken, onHand, quantity, sku.Key, sku.Last().Id);
            if (unsellable > 0) notes.Note(CabinetTask.BatchUnsellable, 0, unsellable, sku.Key, sku.Last().Id);
            await CounterWins.MakeRight(db, book, sku.Key, cabinet.Id, now, cancellationToken, "cabinet-sale");
            db.Send(new CountSold(sku.Key, quantity));
            foreach (var sale in sku) db.Send(new CabinetSaleRecorded(sale.Id, cabinet.Id, cabinet.Code, sku.Key, sale.Quantity, sale.AmountFen, sale.SoldAt));
        }
    }

    /// <summary>Goods of a correction come back as the batches they left in, those not yet brought back by an earlier one.</summary>
    /// <param name="left">What left by the sale.</param>
    /// <param name="back">What came back by earlier corrections of it.</param>
    public static async Task<IReadOnlyList<StockMovement>> MoveBack(
        StockBook book, CabinetCorrection correction, IEnumerable<StockMovement> left, IReadOnlyCollection<StockMovement> back, DateTime now, string actorKey)
    {
        var (missing, part, moved) = (correction.Quantity, 0, new List<StockMovement>());
        foreach (var batch in left.GroupBy(x => x.Batch))
        {
            var quantity = Math.Min(missing, batch.Sum(x => x.Quantity) - back.Where(x => x.Batch == batch.Key).Sum(x => x.Quantity));
            if (quantity <= 0) continue;
            var to = correction.BackInSlot ? correction.CabinetId : book.Places.Loss;
            moved.AddRange(await book.Post(StockMovement.CabinetCorrection(correction.Id, part++, batch.First().SkuId, batch.Key, book.Places.Customer, to, quantity, now, actorKey)));
            missing -= quantity;
        }
        return moved;
    }
}
