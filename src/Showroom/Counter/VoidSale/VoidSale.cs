using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Approvals;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.VoidSale;

/// <summary>Calls a whole sale off within its own shift: goods and money go back. A cashier needs a manager's signature.</summary>
/// <param name="ApprovalId">Approval of <c>Void</c>; a manager needs none.</param>
internal sealed record VoidSaleCommand(Guid SaleId, string Reason, Guid? ApprovalId = null) : ICommand<VoidedSale>;

/// <summary>The void as it was written down.</summary>
internal sealed record VoidedSale(Guid Id, string Number, long TotalFen);

internal sealed class VoidSaleValidator : AbstractValidator<VoidSaleCommand>
{
    public VoidSaleValidator() => RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: >= 1 and <= 200 }).WithMessage("A reason of at most 200 characters.");
}

internal sealed class VoidSaleHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<VoidSaleCommand, VoidedSale>
{
    public async Task<VoidedSale> Handle(VoidSaleCommand request, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.UtcNow(), context.Actor);
        var deviceId = await db.Sales.Where(x => x.Id == request.SaleId).Select(x => x.DeviceId).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The sale");
        var till = await Till.TakeTurn(db, deviceId, now, cancellationToken);
        var book = new ReturnBook(db, cancellationToken);
        var sale = await book.TakeTurn(request.SaleId, till);
        var shift = await db.Shifts.AsNoTracking().FirstAsync(x => x.Id == sale.ShiftId, cancellationToken);
        shift.MustBelongTo(actor);
        if (shift.State != ShiftState.Open) throw new RuleBroken("void.shift-closed", "Its shift is closed; take the goods back by receipt.", new { sale.Number });
        if (sale.Lines.Any(x => x.ReturnedQuantity > 0)) throw new RuleBroken("void.has-returns", "Goods of it came back already; take the rest back by receipt.", new { sale.Number });

        var approval = await Approval.Use(db, request.ApprovalId, Deed.Void, deviceId, sale.Id, cancellationToken);
        if (approval is null && !actor.Can(ShowroomPermissions.Approve)) throw new RuleBroken("void.needs-approval", "A manager signs for calling a sale off.", new { field = "approvalId" });

        var goods = sale.Lines.OrderBy(x => x.Line).Select(x => ReturnBook.Part(x, x.Quantity, GoodsFate.Restock)).ToList();
        var number = await till.NextNumber(db, clock.Today(), cancellationToken, "TH");
        var back = SaleReturn.Record(number, till, shift.Id, sale.Id, true, new(PlainText.Clean(request.Reason)!, approval?.By), goods, ReturnBook.ByTender(sale, sale.TotalFen), actor, clock.Today(), now);
        await book.Post(back, sale, actor.Key);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.void", sale.Id, after: new { sale.Number, back.TotalFen, back.Reason, back.ApprovedBy }));
        return new(back.Id, back.Number, back.TotalFen);
    }
}
