using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Approvals;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.ReturnGoods;

/// <summary>Takes goods back: by receipt, naming the sale and its lines; without one, naming SKUs, with a manager's approval and in cash.</summary>
/// <param name="Refunds">How the money goes back; without it, by the sale's tenders in their order.</param>
/// <param name="ApprovalId">Approval of <c>Return</c>.</param>
internal sealed record ReturnGoodsCommand(
    string DeviceId, Guid? SaleId, IReadOnlyList<BroughtLine> Lines, string Reason, IReadOnlyList<WantedRefund>? Refunds = null, Guid? ShiftId = null, Guid? ApprovalId = null) : ICommand<RecordedReturn>;

/// <summary>Goods the customer brought: a line of the sale, or a SKU with the price that is given back for one (fen, never above ours).</summary>
internal sealed record BroughtLine(long Quantity, string Fate, int? Line = null, Guid? SkuId = null, long? PriceFen = null);

/// <summary>Money back one way.</summary>
internal sealed record WantedRefund(string Kind, long AmountFen);

/// <summary>The return as it was written down.</summary>
internal sealed record RecordedReturn(Guid Id, string Number, long TotalFen, IReadOnlyList<WantedRefund> Refunds)
{
    public static RecordedReturn Of(SaleReturn x) => new(x.Id, x.Number, x.TotalFen, [.. x.Refunds.Select(r => new WantedRefund(r.Kind.ToString(), r.AmountFen))]);
}

internal sealed class ReturnGoodsValidator : AbstractValidator<ReturnGoodsCommand>
{
    public ReturnGoodsValidator()
    {
        RuleFor(x => x.DeviceId).NotEmpty().Matches("^[A-Za-z0-9-]{4,64}$");
        RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: >= 1 and <= 200 }).WithMessage("A reason of at most 200 characters.");
        RuleFor(x => x.Lines).NotEmpty().Must(x => x is null or { Count: <= 200 }).WithMessage("At most 200 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 9999);
            line.RuleFor(x => x.Fate).Must(x => Enum.GetNames<GoodsFate>().Contains(x)).WithMessage("Restock, Quarantine or Destroy.");
            line.RuleFor(x => x.PriceFen).InclusiveBetween(0, 100_000_000);
        });
        RuleFor(x => x.Lines).Must((x, lines) => lines is null || lines.All(l => l is null || (x.SaleId is null ? l.SkuId is not null && l.Line is null : l.Line is not null && l.SkuId is null)))
            .WithMessage("By receipt name lines of the sale; without one name SKUs.");
        RuleFor(x => x.Lines).Must(lines => lines is null || lines.Where(x => x?.Line is not null).GroupBy(x => x.Line).All(x => x.Count() == 1)).WithMessage("Each line of the sale once.");
        RuleForEach(x => x.Refunds).NotNull().ChildRules(refund =>
        {
            refund.RuleFor(x => x.Kind).Must(x => Enum.GetNames<TenderKind>().Contains(x)).WithMessage("Not a kind of tender.");
            refund.RuleFor(x => x.AmountFen).InclusiveBetween(1, 10_000_000_000);
        });
    }
}

internal sealed class ReturnGoodsHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ReturnGoodsCommand, RecordedReturn>
{
    public async Task<RecordedReturn> Handle(ReturnGoodsCommand request, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.UtcNow(), context.Actor);
        var till = await Till.TakeTurn(db, request.DeviceId, now, cancellationToken);
        var book = new ReturnBook(db, cancellationToken);
        var sale = request.SaleId is { } id ? await book.TakeTurn(id, till) : null;
        var goods = sale is not null ? FromReceipt(sale, request) : await WithoutReceipt(request, cancellationToken);
        var approval = await Approval.Use(db, request.ApprovalId, Deed.Return, request.DeviceId, request.ApprovalId ?? Guid.Empty, cancellationToken);
        if (sale is null && approval is null) throw new RuleBroken("return.needs-approval", "A return without receipt needs a manager.", new { field = "approvalId" });

        var day = clock.Today();
        var shift = await ShiftOfSale.Find(db, till, request.ShiftId, day, actor, now, cancellationToken);
        var number = await till.NextNumber(db, day, cancellationToken, "TH");
        var back = SaleReturn.Record(number, till, shift.ShiftId, sale?.Id, false, new(PlainText.Clean(request.Reason)!, approval?.By), goods, Refunds(sale, goods, request), actor, day, now);
        await book.Post(back, sale, actor.Key);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.return", back.Id, after: new { back.Number, back.TotalFen, back.Reason, back.ApprovedBy, sale = sale?.Number }));
        return RecordedReturn.Of(back);
    }

    private static List<GoodsBack> FromReceipt(Sale sale, ReturnGoodsCommand request) => [.. request.Lines.Select((x, at) => ReturnBook.Part(
        sale.Lines.FirstOrDefault(l => l.Line == x.Line) ?? throw new ValidationException([new ValidationFailure($"Lines[{at}].Line", "The sale has no such line.")]), x.Quantity, Enum.Parse<GoodsFate>(x.Fate)))];

    private async Task<List<GoodsBack>> WithoutReceipt(ReturnGoodsCommand request, CancellationToken cancellationToken)
    {
        var ids = request.Lines.Select(x => x.SkuId!.Value).Distinct().ToList();
        var items = await db.ShelfItems.AsNoTracking().Where(x => ids.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, cancellationToken);
        var problems = new List<ValidationFailure>();
        foreach (var (at, line) in request.Lines.Index())
            if (!items.TryGetValue(line.SkuId!.Value, out var item)) problems.Add(new($"Lines[{at}].SkuId", "No SKU has this id.") { ErrorCode = "sku.unknown" });
            else if (line.PriceFen > item.PriceFen) problems.Add(new($"Lines[{at}].PriceFen", "More than it costs now."));
        if (problems.Count > 0) throw new ValidationException(problems);
        return [.. request.Lines.Select(x => new GoodsBack(null, x.SkuId!.Value, items[x.SkuId.Value].Name, x.Quantity, checked(x.Quantity * (x.PriceFen ?? items[x.SkuId.Value].PriceFen)), Enum.Parse<GoodsFate>(x.Fate), true))];
    }

    private static IReadOnlyList<RefundBack> Refunds(Sale? sale, IReadOnlyList<GoodsBack> goods, ReturnGoodsCommand request)
    {
        var total = goods.Sum(x => x.AmountFen);
        if (sale is null) return total == 0 ? [] : [new(null, TenderKind.Cash, total)];
        return request.Refunds is { Count: > 0 } chosen ? ReturnBook.Chosen(sale, chosen.Select(x => (Enum.Parse<TenderKind>(x.Kind), x.AmountFen))) : ReturnBook.ByTender(sale, total);
    }
}
