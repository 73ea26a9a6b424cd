using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Reservations;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.RecordSale;

/// <summary>Writes down a sale that has happened at a till. Everything from <c>ShiftId</c> on is optional.</summary>
/// <param name="ShiftId">The shift it was made in; without one, the till's open shift.</param>
/// <param name="DiscountFen">Off the whole cart, beside the discounts of lines.</param>
/// <param name="ApprovalId">Approval of <c>Discount</c>, when the discounts are above the cashier's limit.</param>
/// <param name="MemberPhone">Member's mobile number; kept as a keyed hash and masked.</param>
/// <param name="SubCentreId">The sub-centre it counts for.</param>
/// <param name="AccountCode">The buyer whose account is charged; needed for a tender of <c>OnAccount</c>.</param>
/// <param name="Offline">Made without a link: what the books do not know becomes a task instead of a refusal.</param>
/// <param name="TotalFen">What the till added up.</param>
/// <param name="ReceiptToken">The secret end of the electronic receipt's address, when the till printed it already.</param>
internal sealed record RecordSaleCommand(
    string DeviceId, long LocalNumber, DateTime SoldAt, IReadOnlyList<RungLine> Lines, IReadOnlyList<GivenTender> Tenders,
    Guid? ShiftId = null, long DiscountFen = 0, Guid? ApprovalId = null, string? MemberPhone = null, Guid? SubCentreId = null, string? AccountCode = null,
    bool Offline = false, long? TotalFen = null, string? ReceiptToken = null) : ICommand<RecordedSale>;

/// <summary>A line as the till sends it: by SKU or by barcode; without a price ours counts. The name serves goods that our books do not know, the batch is given when the label carries it.</summary>
internal sealed record RungLine(long Quantity, Guid? SkuId = null, string? Barcode = null, long? PriceFen = null, long DiscountFen = 0, string? Name = null, string? Batch = null);

/// <summary>Money as the till sends it. The reference is a voucher's code, a card slip or a payment.</summary>
internal sealed record GivenTender(string Kind, long AmountFen, string? Reference = null);

/// <summary>The sale as it was written down.</summary>
internal sealed record RecordedSale(Guid Id, string Number, long TotalFen, long ChangeFen, IReadOnlyList<OpenTask> Tasks, Guid ShiftId, string ReceiptPath)
{
    public static RecordedSale Of(Sale sale) =>
        new(sale.Id, sale.Number, sale.TotalFen, sale.ChangeFen, [.. sale.Tasks.OrderBy(x => x.Id).Select(x => new OpenTask(x.Kind, x.SkuId, x.Expected, x.Actual))],
            sale.ShiftId, $"/r/{sale.Token}");
}

/// <summary>What the manager will look into.</summary>
internal sealed record OpenTask(string Kind, Guid? SkuId, long Expected, long Actual);

internal sealed class RecordSaleHandler(ShowroomDb db, RequestContext context, TimeProvider clock, IConfiguration settings) : IRequestHandler<RecordSaleCommand, RecordedSale>
{
    public async Task<RecordedSale> Handle(RecordSaleCommand request, CancellationToken cancellationToken)
    {
        var (now, soldAt) = (clock.UtcNow(), AsUtc(request.SoldAt));
        var slip = new SaleSlip(request.LocalNumber, soldAt, Hash(request with { SoldAt = soldAt }));
        var till = await Till.TakeTurn(db, request.DeviceId, now, cancellationToken);
        if (await FindFirst(request, cancellationToken) is { } first)
            return first.ContentHash == slip.ContentHash ? RecordedSale.Of(first) : throw new RuleBroken("sale.number-used", "This till has used the number for another sale.", new { field = "localNumber", first.Number });

        var goods = await RungGoods.Recognise(db, settings, request, cancellationToken);
        var tenders = request.Tenders.Select(x => new GivenMoney(Enum.Parse<TenderKind>(x.Kind), x.AmountFen, x.Reference)).ToList();
        var day = BusinessDay.Of(soldAt, now);
        var shift = await ShiftOfSale.Find(db, till, request.ShiftId, day, context.Actor, now, cancellationToken);
        var number = await till.NextNumber(db, day, cancellationToken);
        var besides = new SaleBesides(db, settings, request);
        var sale = Sale.Record(number, till, shift, slip, goods, tenders, await besides.Gather(goods, cancellationToken), context.Actor, now);
        db.Add(sale);
        db.AddRange(sale.DrawerEntries());
        await besides.Settle(sale, cancellationToken);
        await TakeGoods(sale, cancellationToken);
        return RecordedSale.Of(sale);
    }

    private async Task TakeGoods(Sale sale, CancellationToken cancellationToken)
    {
        var known = sale.Lines.Where(x => x.IsKnown).ToList();
        var book = await StockBook.Open(db, known.Select(x => x.SkuId), cancellationToken);
        foreach (var sold in known.GroupBy(x => x.SkuId))
        {
            var (onHand, quantity) = (book.At(sold.Key, sale.LocationId).OnHand, sold.Sum(x => x.Quantity));
            var unsellable = 0L;
            foreach (var line in sold)
                unsellable += await book.PostSale(StockMovement.CounterSale(sale.Id, line.Line, line.SkuId, sale.LocationId, book.Places.Customer, line.Quantity, sale.RecordedAt, sale.CashierKey, line.Batch));
            if (unsellable > 0) sale.NoteUnsellable(sold.Key, unsellable);
            if (quantity > onHand) sale.NoteShortStock(sold.Key, onHand, quantity);
            var (moved, lost) = await CounterWins.MakeRight(db, book, sold.Key, sale.LocationId, sale.RecordedAt, cancellationToken);
            if (moved + lost > 0) sale.NotePromiseEaten(sold.Key, moved, lost);
            db.Send(new CountSold(sold.Key, quantity));
        }
        book.Close();
    }

    private Task<Sale?> FindFirst(RecordSaleCommand request, CancellationToken cancellationToken) =>
        db.Sales.AsNoTracking().Include(x => x.Tasks).FirstOrDefaultAsync(x => x.DeviceId == request.DeviceId && x.LocalNumber == request.LocalNumber, cancellationToken);

    private static DateTime AsUtc(DateTime time) => time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();

    /// <summary>The phone stays out: with all else known, its few digits could be tried.</summary>
    private static string Hash(RecordSaleCommand request) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request with { MemberPhone = null })));
}
