using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Reservations;
using ZhongFu.Showroom.ShelfItems;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.RecordSale;

/// <summary>Writes down a sale that has happened at a till.</summary>
internal sealed record RecordSaleCommand(string DeviceId, long LocalNumber, DateTime SoldAt, IReadOnlyList<RungLine> Lines, IReadOnlyList<GivenTender> Tenders,
    Guid? ShiftId = null) : ICommand<RecordedSale>;

/// <summary>A line as the till sends it: by SKU or by barcode; without a price ours counts.</summary>
internal sealed record RungLine(long Quantity, Guid? SkuId = null, string? Barcode = null, long? PriceFen = null);

/// <summary>Money as the till sends it.</summary>
internal sealed record GivenTender(string Kind, long AmountFen);

/// <summary>The sale as it was written down.</summary>
internal sealed record RecordedSale(Guid Id, string Number, long TotalFen, long ChangeFen, IReadOnlyList<OpenTask> Tasks)
{
    public static RecordedSale Of(Sale sale) =>
        new(sale.Id, sale.Number, sale.TotalFen, sale.ChangeFen, [.. sale.Tasks.OrderBy(x => x.Id).Select(x => new OpenTask(x.Kind, x.SkuId, x.Expected, x.Actual))]);
}

/// <summary>What the manager will look into.</summary>
internal sealed record OpenTask(string Kind, Guid? SkuId, long Expected, long Actual);

internal sealed class RecordSaleValidator : AbstractValidator<RecordSaleCommand>
{
    public RecordSaleValidator()
    {
        RuleFor(x => x.DeviceId).NotEmpty().Matches("^[A-Za-z0-9-]{4,64}$");
        RuleFor(x => x.LocalNumber).InclusiveBetween(1, 1_000_000_000_000);
        RuleFor(x => x.SoldAt).Must(at => at.Year is >= 2020 and <= 2100).WithMessage("Not a believable time.");
        RuleFor(x => x.Lines).NotEmpty().Must(lines => lines is null or { Count: <= 200 }).WithMessage("At most 200 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 9999);
            line.RuleFor(x => x.PriceFen).InclusiveBetween(0, 100_000_000);
            line.RuleFor(x => x.SkuId).Must((x, id) => id is null != x.Barcode is null).WithMessage("Give skuId or barcode, not both.");
            line.RuleFor(x => x.Barcode).Must(ScannedCode.IsGtin).WithErrorCode("barcode.invalid").WithMessage("Not a barcode with a right check digit.").When(x => x.Barcode is not null);
        });
        RuleFor(x => x.Tenders).NotEmpty().Must(tenders => tenders is null or { Count: <= 10 }).WithMessage("At most 10 tenders.");
        RuleForEach(x => x.Tenders).NotNull().ChildRules(tender =>
        {
            tender.RuleFor(x => x.AmountFen).InclusiveBetween(1, 10_000_000_000);
            tender.RuleFor(x => x.Kind).Cascade(CascadeMode.Stop)
                .Must(kind => Enum.GetNames<TenderKind>().Contains(kind)).WithErrorCode("tender.unknown").WithMessage("Not a kind of tender.")
                .Must(kind => kind == nameof(TenderKind.Cash)).WithErrorCode("tender.not-supported").WithMessage("This till takes cash only so far.");
        });
    }
}

internal sealed class RecordSaleHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<RecordSaleCommand, RecordedSale>
{
    public async Task<RecordedSale> Handle(RecordSaleCommand request, CancellationToken cancellationToken)
    {
        var (now, soldAt) = (clock.UtcNow(), AsUtc(request.SoldAt));
        var slip = new SaleSlip(request.LocalNumber, soldAt, Hash(request with { SoldAt = soldAt }));
        var till = await Till.TakeTurn(db, request.DeviceId, now, cancellationToken);
        if (await FindFirst(request, cancellationToken) is { } first)
            return first.ContentHash == slip.ContentHash ? RecordedSale.Of(first) : throw new RuleBroken("sale.number-used", "This till has used the number for another sale.", new { field = "localNumber", first.Number });

        var goods = await Recognise(request.Lines, cancellationToken);
        var tenders = request.Tenders.Select(x => (Enum.Parse<TenderKind>(x.Kind), x.AmountFen)).ToList();
        var day = BusinessDay.Of(soldAt, now);
        var shift = await ShiftOfSale.Find(db, till, request.ShiftId, day, context.Actor, now, cancellationToken);
        var number = await till.NextNumber(db, day, cancellationToken);
        var sale = Sale.Record(number, till, shift, slip, goods, tenders, context.Actor, now);
        db.Add(sale);
        db.AddRange(sale.DrawerEntries());
        await TakeGoods(sale, cancellationToken);
        return RecordedSale.Of(sale);
    }

    private async Task TakeGoods(Sale sale, CancellationToken cancellationToken)
    {
        var book = await StockBook.Open(db, sale.Lines.Select(x => x.SkuId), cancellationToken);
        foreach (var sold in sale.Lines.GroupBy(x => x.SkuId))
        {
            var (onHand, quantity) = (book.At(sold.Key, sale.LocationId).OnHand, sold.Sum(x => x.Quantity));
            foreach (var line in sold)
                await book.Post(StockMovement.CounterSale(sale.Id, line.Line, line.SkuId, sale.LocationId, book.Places.Customer, line.Quantity, sale.RecordedAt, sale.CashierKey));
            if (quantity > onHand) sale.NoteShortStock(sold.Key, onHand, quantity);
            await CounterWins.MakeRight(db, book, sold.Key, sale.LocationId, sale.RecordedAt, cancellationToken);
            db.Send(new CountSold(sold.Key, quantity));
        }
        book.Close();
    }

    private Task<Sale?> FindFirst(RecordSaleCommand request, CancellationToken cancellationToken) =>
        db.Sales.AsNoTracking().Include(x => x.Tasks).FirstOrDefaultAsync(x => x.DeviceId == request.DeviceId && x.LocalNumber == request.LocalNumber, cancellationToken);

    private async Task<IReadOnlyList<SoldGoods>> Recognise(IReadOnlyList<RungLine> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Where(x => x.SkuId is not null).Select(x => x.SkuId!.Value).Distinct().ToList();
        var codes = lines.Where(x => x.Barcode is not null).Select(x => x.Barcode!).Distinct().ToList();
        var byId = ids.Count == 0 ? [] : await db.ShelfItems.AsNoTracking().Where(x => ids.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, cancellationToken);
        var byCode = codes.Count == 0 ? new Dictionary<string, ShelfItem>() : await db.FindByCode(codes, cancellationToken);
        var found = lines.Select(line => line.SkuId is { } id ? byId.GetValueOrDefault(id) : byCode.GetValueOrDefault(line.Barcode!)).ToList();

        var unknown = lines.Index().Where(x => found[x.Index] is null).Select(x => x.Item.SkuId is null
            ? new ValidationFailure($"Lines[{x.Index}].Barcode", "No SKU has this barcode.") { ErrorCode = "barcode.unknown" }
            : new ValidationFailure($"Lines[{x.Index}].SkuId", "No SKU has this id.") { ErrorCode = "sku.unknown" }).ToList();
        return unknown.Count == 0 ? [.. lines.Select((x, index) => new SoldGoods(found[index]!, x.Quantity, x.PriceFen))] : throw new ValidationException(unknown);
    }

    private static DateTime AsUtc(DateTime time) => time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();

    private static string Hash(RecordSaleCommand request) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
}
