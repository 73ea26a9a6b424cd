using FluentValidation;
using MediatR;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Purchases.SubmitPurchase;

/// <summary>Orders in bulk: one order for each supplier, the budget is reserved for all or for none.</summary>
/// <param name="Lines">1 to 1,000 lines; lines of one SKU are added up.</param>
/// <param name="WantedOn">China date; from tomorrow on, within 180 days.</param>
/// <param name="To">Where the goods go.</param>
/// <param name="Note">For suppliers and approvers, at most 200 characters.</param>
/// <param name="SeenTotalFen">What the person saw; another total is not ordered but told. Null: any price is right.</param>
internal sealed record SubmitPurchaseCommand(IReadOnlyList<WantedPieces> Lines, DateOnly WantedOn, Destination To, string? Note = null, long? SeenTotalFen = null) : ICommand<SubmittedPurchase>;

/// <summary>The orders as they wait for approval.</summary>
internal sealed record SubmittedPurchase(Guid SubmissionId, IReadOnlyList<SubmittedOrder> Orders, long TotalFen, int ApprovalsNeeded);

/// <summary>One supplier's order.</summary>
internal sealed record SubmittedOrder(Guid Id, string Number, string Supplier, long TotalFen, string ContentHash);

internal sealed class SubmitPurchaseValidator : AbstractValidator<SubmitPurchaseCommand>
{
    public SubmitPurchaseValidator(TimeProvider clock)
    {
        RuleFor(x => x.Lines).NotEmpty().Must(x => x is null or { Count: <= 1000 }).WithMessage("At most 1,000 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.SkuId).NotEmpty();
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 100_000);
        });
        RuleFor(x => x.WantedOn).Must(day => day > clock.Today() && day <= clock.Today().AddDays(180)).WithMessage("From tomorrow on, within 180 days.");
        RuleFor(x => x.Note).MaximumLength(200);
        RuleFor(x => x.To).NotNull();
        When(x => x.To is not null, () =>
        {
            RuleFor(x => x.To.Name).Must(Fits(80)).WithMessage("Where the goods go, at most 80 characters.");
            RuleFor(x => x.To.Address).Must(Fits(200)).WithMessage("The address, at most 200 characters.");
            RuleFor(x => x.To.Contact).Must(Fits(40)).WithMessage("Who is there, at most 40 characters.");
            RuleFor(x => x.To.Phone).NotEmpty().Matches("^[0-9+ -]{7,20}$").WithMessage("A telephone number.");
            RuleFor(x => x.To.Window).NotEmpty().Matches("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$").WithMessage("Hours such as 06:00-08:00.");
        });
    }

    private static Func<string, bool> Fits(int most) => text => PlainText.Clean(text) is { } clean && clean.Length <= most;
}

internal sealed class SubmitPurchaseHandler(ProcurementDb db, PriceDesk desk, BuyingRules rules, RequestContext request, TimeProvider clock) : IRequestHandler<SubmitPurchaseCommand, SubmittedPurchase>
{
    public async Task<SubmittedPurchase> Handle(SubmitPurchaseCommand command, CancellationToken cancellationToken)
    {
        var (buyer, actor, now) = (request.Actor.Organisation(ProcurementPermissions.Request), request.Actor, clock.UtcNow());
        var priced = await desk.Price(command.Lines, clock.Today(), cancellationToken);
        if (command.SeenTotalFen is { } seen && seen != priced.TotalFen) throw new RuleBroken("purchase.price-changed", "The total is not what was shown.", new { totalFen = priced.TotalFen });

        var (submission, approvals, year) = (Guid.CreateVersion7(), rules.ApprovalsFor(priced.TotalFen), clock.Today().Year);
        var numbers = await PaperSerial.Next(db, "CG", priced.Parcels.Count, now, cancellationToken);
        var (to, note) = (Clean(command.To), PlainText.Clean(command.Note));
        // Each order owns its copy: one object cannot belong to two rows.
        var orders = priced.Parcels.Zip(numbers, (parcel, number) => PurchaseOrder.Submit(number, submission, buyer, parcel.SupplierId, to with { }, command.WantedOn, note,
            parcel.Lines.Select(x => PurchaseLine.Of(x.Offer, x.Quantity, x.UnitPriceFen, x.Basis)), parcel.FreightFen, approvals, actor.UserId!.Value, actor.Name, year, now)).ToList();
        var book = new BudgetBook(db, actor, now);
        foreach (var order in orders) await book.Reserve(buyer, year, order.TotalFen, new BudgetSubject(order.Id, order.Number, ""), cancellationToken);
        db.AddRange(orders);
        return new SubmittedPurchase(submission, [.. orders.Zip(priced.Parcels, (order, parcel) => new SubmittedOrder(order.Id, order.Number, parcel.Supplier, order.TotalFen, order.ContentHash))], priced.TotalFen, approvals);
    }

    private static Destination Clean(Destination to) => new(PlainText.Clean(to.Name)!, PlainText.Clean(to.Address)!, PlainText.Clean(to.Contact)!, to.Phone.Trim(), to.Window);
}
