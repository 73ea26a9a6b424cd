using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter;

/// <summary>The one place that takes back what a sale gave: counters of lines and tenders by conditional update, the drawer, and the goods. Two returns of one receipt at two
/// tills take turns on the sale's row; the counters have the last word.</summary>
internal sealed class ReturnBook(ShowroomDb db, CancellationToken cancellationToken)
{
    /// <summary>Takes the sale's turn and reads it as it is then.</summary>
    /// <exception cref="NotFound">No such sale.</exception>
    /// <exception cref="RuleBroken"><c>sale.void</c>, <c>return.other-place</c>.</exception>
    public async Task<Sale> TakeTurn(Guid saleId, Till till)
    {
        await db.Sales.Where(x => x.Id == saleId).ExecuteUpdateAsync(x => x.SetProperty(s => s.ReturnCount, s => s.ReturnCount + 1), cancellationToken);
        var sale = await db.Sales.AsNoTracking().AsSplitQuery().Include(x => x.Lines).Include(x => x.Tenders).FirstOrDefaultAsync(x => x.Id == saleId, cancellationToken) ?? throw new NotFound("The sale");
        if (sale.IsVoid) throw new RuleBroken("sale.void", "The sale was called off.", new { sale.Number });
        return sale.LocationId == till.LocationId ? sale : throw new RuleBroken("return.other-place", "The receipt is of another place.", new { sale.Number });
    }

    /// <summary>What a part of a line costs: shares of a line add up to it to the fen, however many returns it takes.</summary>
    public static GoodsBack Part(SaleLine line, long quantity, GoodsFate fate)
    {
        if (line.ReturnedQuantity + quantity > line.Quantity)
            throw new RuleBroken("return.above-sold", "More comes back than was sold.", new { field = "lines", line.Line, sold = line.Quantity, returned = line.ReturnedQuantity });
        var worth = (long)((Int128)line.AmountFen * (line.ReturnedQuantity + quantity) / line.Quantity);
        return new(line.Line, line.SkuId, line.Name, quantity, worth - line.ReturnedFen, fate, line.IsKnown);
    }

    /// <summary>The sale's tenders in their order, each as far as it reaches.</summary>
    public static IReadOnlyList<RefundBack> ByTender(Sale sale, long totalFen)
    {
        var refunds = new List<RefundBack>();
        foreach (var (tender, kept) in Kept(sale))
        {
            var part = Math.Min(totalFen, kept - tender.ReturnedFen);
            if (part <= 0) continue;
            refunds.Add(new(tender.Line, tender.Kind, part));
            totalFen -= part;
        }
        return refunds;
    }

    /// <summary>The refunds a till chose, each out of a tender of its kind.</summary>
    /// <exception cref="RuleBroken"><c>return.refund-above-paid</c>.</exception>
    public static IReadOnlyList<RefundBack> Chosen(Sale sale, IEnumerable<(TenderKind Kind, long AmountFen)> chosen)
    {
        var refunds = new List<RefundBack>();
        foreach (var want in chosen.GroupBy(x => x.Kind))
        {
            var rest = want.Sum(x => x.AmountFen);
            foreach (var (tender, kept) in Kept(sale).Where(x => x.Tender.Kind == want.Key))
            {
                var part = Math.Min(rest, kept - tender.ReturnedFen);
                if (part <= 0) continue;
                refunds.Add(new(tender.Line, tender.Kind, part));
                rest -= part;
            }
            if (rest > 0) throw new RuleBroken("return.refund-above-paid", "More goes back this way than came in.", new { field = "refunds", kind = want.Key.ToString() });
        }
        return refunds;
    }

    /// <summary>Writes the return: counters, drawer, account and goods.</summary>
    public async Task Post(SaleReturn back, Sale? sale, string actorKey)
    {
        db.Add(back);
        db.AddRange(back.DrawerEntries());
        if (sale is not null) await Count(back, sale);
        await MoveGoods(back, sale, actorKey);
    }

    private async Task Count(SaleReturn back, Sale sale)
    {
        foreach (var line in back.Lines)
        {
            var (at, quantity, fen) = (line.SaleLine, line.Quantity, line.AmountFen);
            var counted = await db.Set<SaleLine>().Where(x => x.SaleId == sale.Id && x.Line == at && x.ReturnedQuantity + quantity <= x.Quantity)
                .ExecuteUpdateAsync(x => x.SetProperty(l => l.ReturnedQuantity, l => l.ReturnedQuantity + quantity).SetProperty(l => l.ReturnedFen, l => l.ReturnedFen + fen), cancellationToken);
            if (counted != 1) throw new RuleBroken("return.above-sold", "More comes back than was sold.", new { field = "lines", line = at });
        }
        foreach (var refund in back.Refunds)
        {
            var (at, fen) = (refund.TenderLine, refund.AmountFen);
            var counted = await db.Set<Tender>().Where(x => x.SaleId == sale.Id && x.Line == at && x.ReturnedFen + fen <= x.AmountFen)
                .ExecuteUpdateAsync(x => x.SetProperty(t => t.ReturnedFen, t => t.ReturnedFen + fen), cancellationToken);
            if (counted != 1) throw new RuleBroken("return.refund-above-paid", "More goes back this way than came in.", new { field = "refunds", kind = refund.Kind.ToString() });
            if (refund.Kind == TenderKind.OnAccount && sale.AccountCode is { } code)
                await db.AccountBuyers.Where(x => x.Code == code).ExecuteUpdateAsync(x => x.SetProperty(b => b.OwedFen, b => b.OwedFen - fen), cancellationToken);
            if (refund.Kind == TenderKind.ScanToPay) await SendBack(back, refund, sale);
        }
        if (back.IsVoid) await db.Sales.Where(x => x.Id == sale.Id).ExecuteUpdateAsync(x => x.SetProperty(s => s.IsVoid, true), cancellationToken);
    }

    /// <summary>Money that came by scan goes back where it came from, if it ever came.</summary>
    private async Task SendBack(SaleReturn back, ReturnRefund refund, Sale sale)
    {
        if (!Guid.TryParse(sale.Tenders.First(x => x.Line == refund.TenderLine).Reference, out var payment)) return;
        if (!await db.ScanPayments.AnyAsync(x => x.Id == payment && x.SaleId == sale.Id, cancellationToken)) return;
        // The return and the line within it are the refund's key: the same return is the same refund.
        var key = back.Id.ToByteArray();
        key[15] ^= (byte)refund.Line;
        db.Send(new CounterRefundOwed(payment, new Guid(key), refund.AmountFen, back.At));
    }

    private async Task MoveGoods(SaleReturn back, Sale? sale, string actorKey)
    {
        var known = back.Lines.Where(x => x.IsKnown).ToList();
        var left = sale is null ? [] : await db.Movements.AsNoTracking().Where(x => x.SubjectId == sale.Id && x.Cause == MovementCause.CounterSale).OrderBy(x => x.Id).ToListAsync(cancellationToken);
        var book = await StockBook.Open(db, known.Select(x => x.SkuId), cancellationToken);
        foreach (var line in known)
        {
            var to = line.Fate switch { GoodsFate.Restock => back.LocationId, GoodsFate.Quarantine => book.Places.Quarantine, _ => book.Places.Loss };
            var before = sale?.Lines.First(x => x.Line == line.SaleLine).ReturnedQuantity ?? 0;
            foreach (var (part, index) in Batches(left, sale, line, before).Select((x, index) => (x, index)))
                await book.Post(StockMovement.Return(back.Id, line.Line, index + 1, line.SkuId, part.Batch, book.Places.Customer, to, part.Quantity, back.At, actorKey));
        }
        book.Close();
    }

    /// <summary>Goods come back in the batches in which they left, in the same order.</summary>
    private static IEnumerable<(string? Batch, long Quantity)> Batches(IReadOnlyList<StockMovement> left, Sale? sale, ReturnLine line, long before)
    {
        var rest = line.Quantity;
        var key = sale is null ? "" : StockMovement.CounterSaleKey(sale.Id, line.SaleLine!.Value);
        foreach (var movement in left.Where(x => x.Key == key || x.Key.StartsWith(key + ":", StringComparison.Ordinal)))
        {
            var skipped = Math.Min(before, movement.Quantity);
            before -= skipped;
            var part = Math.Min(rest, movement.Quantity - skipped);
            if (part <= 0) continue;
            rest -= part;
            yield return (movement.Batch, part);
        }
        if (rest > 0) yield return (null, rest);
    }

    private static IEnumerable<(Tender Tender, long Kept)> Kept(Sale sale)
    {
        var entries = sale.DrawerEntries().ToDictionary(x => x.Line, x => x.AmountFen);
        return sale.Tenders.OrderBy(x => x.Line).Select(x => (x, entries[x.Line]));
    }
}
