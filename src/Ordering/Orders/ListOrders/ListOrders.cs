using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.ListOrders;

/// <summary>Orders, newest first: one's own, or for operators everybody's.</summary>
/// <param name="State">Only these; null or empty: all.</param>
/// <param name="Cursor">What the page before gave; null: from the newest.</param>
/// <param name="Everybody">All buyers' orders; needs the permission at scope All.</param>
/// <param name="PageSize">1 to 100.</param>
/// <param name="Number">Only numbers that begin so.</param>
internal sealed record ListOrdersQuery(IReadOnlyList<OrderState>? State = null, string? Cursor = null, bool Everybody = false, int PageSize = 20, string? Number = null) : IQuery<OrderPage>;

/// <summary>A page of orders.</summary>
/// <param name="Items">At most the page size.</param>
/// <param name="Cursor">For the next page; null: this is the last.</param>
internal sealed record OrderPage(IReadOnlyList<OrderSummary> Items, string? Cursor);

/// <summary>An order in a list.</summary>
internal sealed record OrderSummary(Guid Id, string Number, OrderState State, long TotalFen, DateTime PlacedAt, DateTime PayBy, DateTime? PaidAt, string? CancelReason, bool IsShort, DeliveryKind Delivery, string? Recipient,
    IReadOnlyList<OrderedGoods> Goods);

/// <summary>A line of an order in a list.</summary>
internal sealed record OrderedGoods(int ProductNumber, string ProductName, string SkuName, string PicturePath, string Cooperative, long PriceFen, long Quantity);

internal sealed class ListOrdersRules : AbstractValidator<ListOrdersQuery>
{
    public ListOrdersRules(IStringLocalizer<OrderText> text)
    {
        RuleFor(x => x.PageSize).InclusiveBetween(1, 100);
        RuleFor(x => x.Cursor).Must(x => x is null || OrderCursor.Read(x) is not null).WithMessage(_ => text["CursorWrong"]);
        RuleForEach(x => x.State).IsInEnum();
        RuleFor(x => x.Number).MaximumLength(20);
    }
}

internal sealed class ListOrdersHandler(OrderingDb db, RequestContext context) : IRequestHandler<ListOrdersQuery, OrderPage>
{
    public async Task<OrderPage> Handle(ListOrdersQuery query, CancellationToken cancellationToken)
    {
        var orders = db.Orders.AsNoTracking();
        if (query.Everybody) context.Actor.Demand(OrderingPermissions.ReadOrders, Scope.All);
        else orders = orders.Where(x => x.BuyerKey == context.Actor.Key);
        if (query.State is { Count: > 0 } states) orders = orders.Where(x => states.Contains(x.State));
        if (!string.IsNullOrWhiteSpace(query.Number)) orders = orders.Where(x => x.Number.StartsWith(query.Number.Trim().ToUpperInvariant()));
        if (query.Cursor is { } text && OrderCursor.Read(text) is { } from) orders = orders.Where(x => x.PlacedAt < from.At || (x.PlacedAt == from.At && string.Compare(x.Number, from.Number) < 0));

        var page = await orders.OrderByDescending(x => x.PlacedAt).ThenByDescending(x => x.Number).Take(query.PageSize + 1)
            .Select(x => new OrderSummary(x.Id, x.Number, x.State, x.TotalFen, x.PlacedAt, x.PayBy, x.PaidAt, x.CancelReason, x.ShortageSince != null, x.Delivery.Kind, x.Delivery.Recipient ?? x.Delivery.LocationName,
                x.Lines.OrderBy(l => l.Position).Select(l => new OrderedGoods(l.ProductNumber, l.ProductName, l.SkuName, l.PicturePath, l.Cooperative, l.PriceFen, l.Quantity)).ToList()))
            .AsSplitQuery().ToListAsync(cancellationToken);
        if (page.Count <= query.PageSize) return new OrderPage(page, null);
        page.RemoveAt(page.Count - 1);
        return new OrderPage(page, OrderCursor.Write(page[^1].PlacedAt, page[^1].Number));
    }
}
