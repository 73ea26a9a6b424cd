using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Rfqs.OrderAward;

/// <summary>Turns what a cooperative won into a bulk order at the quoted prices, once. The order goes the way of every other: budget, approval, confirmation.</summary>
/// <param name="RfqId">The awarded request.</param>
/// <param name="SupplierId">One of the winners.</param>
/// <param name="WantedOn">China date; from tomorrow on, within 180 days.</param>
/// <param name="To">Where the goods go; quoted prices include the way there.</param>
internal sealed record OrderAwardCommand(Guid RfqId, Guid SupplierId, DateOnly WantedOn, Destination To) : ICommand<OrderOfAward>;

/// <summary>The order that waits for approval.</summary>
/// <param name="LeftOut">Awarded lines that are no article of the cooperative in the catalogue.</param>
internal sealed record OrderOfAward(Guid Id, string Number, long TotalFen, int ApprovalsNeeded, IReadOnlyList<int> LeftOut);

internal sealed class OrderAwardValidator : AbstractValidator<OrderAwardCommand>
{
    public OrderAwardValidator(TimeProvider clock)
    {
        RuleFor(x => x.WantedOn).Must(day => day > clock.Today() && day <= clock.Today().AddDays(180)).WithMessage("From tomorrow on, within 180 days.");
        RuleFor(x => x.To).NotNull();
        When(x => x.To is not null, () =>
        {
            RuleFor(x => x.To.Name).Must(x => Fits(x, 80)).WithMessage("Where the goods go, at most 80 characters.");
            RuleFor(x => x.To.Address).Must(x => Fits(x, 200)).WithMessage("The address, at most 200 characters.");
            RuleFor(x => x.To.Contact).Must(x => Fits(x, 40)).WithMessage("Who is there, at most 40 characters.");
            RuleFor(x => x.To.Phone).NotEmpty().Matches("^[0-9+ -]{7,20}$").WithMessage("A telephone number.");
            RuleFor(x => x.To.Window).NotEmpty().Matches("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$").WithMessage("Hours such as 06:00-08:00.");
        });
    }

    private static bool Fits(string? text, int most) => PlainText.Clean(text) is { } clean && clean.Length <= most;
}

internal sealed class OrderAwardHandler(ProcurementDb db, IBulkOffers offers, BuyingRules rules, RequestContext request, TimeProvider clock) : IRequestHandler<OrderAwardCommand, OrderOfAward>
{
    public async Task<OrderOfAward> Handle(OrderAwardCommand command, CancellationToken cancellationToken)
    {
        var (actor, now, today) = (request.Actor, clock.UtcNow(), clock.Today());
        var rfq = await db.RfqOfBuyer(actor, ProcurementPermissions.Request, command.RfqId, cancellationToken);
        var won = await db.RfqAwards.AsNoTracking().Where(x => x.RfqId == rfq.Id && x.SupplierId == command.SupplierId).OrderBy(x => x.Line).ToListAsync(cancellationToken);
        if (won.Count == 0) throw new RuleBroken("rfq.not-awarded", "There is no award to this cooperative.");
        if (await db.RfqOrders.AnyAsync(x => x.RfqId == rfq.Id && x.SupplierId == command.SupplierId, cancellationToken)) throw new RuleBroken("rfq.ordered", "It is ordered already.");
        var revision = won[0].Revision;
        var validUntil = await db.OpenedQuotes.Where(x => x.RfqId == rfq.Id && x.SupplierId == command.SupplierId && x.Revision == revision).Select(x => x.ValidUntil).SingleAsync(cancellationToken);
        if (validUntil < today) throw new RuleBroken("rfq.expired", "The quote is no longer valid.", new { validUntil });
        var known = await offers.Find([.. won.Where(x => x.SkuId is not null).Select(x => x.SkuId!.Value).Distinct()], cancellationToken);
        var ordered = won.Where(x => x.SkuId is { } sku && known.ContainsKey(sku)).ToList();
        if (ordered.Count == 0) throw new RuleBroken("rfq.no-article", "No awarded line is an article of the catalogue.");

        var (total, year) = (ordered.Sum(x => x.Quantity * x.UnitPriceFen), today.Year);
        var approvals = rules.ApprovalsFor(total);
        var to = new Destination(PlainText.Clean(command.To.Name)!, PlainText.Clean(command.To.Address)!, PlainText.Clean(command.To.Contact)!, command.To.Phone.Trim(), command.To.Window);
        var order = PurchaseOrder.Submit(await PaperSerial.Next(db, "CG", now, cancellationToken), Guid.CreateVersion7(), rfq.BuyerId, command.SupplierId, to, command.WantedOn, rfq.Number,
            ordered.Select(x => PurchaseLine.Of(known[x.SkuId!.Value], x.Quantity, x.UnitPriceFen, PriceBasis.Quote)), 0, approvals, actor.UserId!.Value, actor.Name, year, now);
        await new BudgetBook(db, actor, now).Reserve(rfq.BuyerId, year, order.TotalFen, new BudgetSubject(order.Id, order.Number, ""), cancellationToken);
        db.Add(order);
        db.Add(new RfqOrder(rfq.Id, command.SupplierId, order.Id, order.Number)); // its key stands in the way of a second one
        return new OrderOfAward(order.Id, order.Number, order.TotalFen, approvals, [.. won.Except(ordered).Select(x => x.Line)]);
    }
}
