using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Rfqs.ListRfqs;

/// <summary>Requests for quotes that the person may see, newest first: of the unit and what lies below, or those the cooperative was invited to.</summary>
/// <param name="State">A name of <see cref="RfqState"/>, or null for all.</param>
/// <param name="AsSupplier">Published requests the cooperative whose hat is on was invited to.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListRfqsQuery(string? State = null, bool AsSupplier = false, int Page = 1) : IQuery<RfqPageOf>;

/// <summary>One page.</summary>
internal sealed record RfqPageOf(IReadOnlyList<RfqInList> Items, IReadOnlyDictionary<string, int> Counts, int Page, int Pages)
{
    public static RfqPageOf Empty { get; } = new([], new Dictionary<string, int>(), 1, 1);
}

/// <summary>A request in a list. How many entries came is for the unit only; <paramref name="MyRevision"/> is the cooperative's last one, 0 for none.</summary>
internal sealed record RfqInList(Guid Id, string Number, string State, string Title, string Buyer, DateTime Deadline, int Lines, long Entries, int MyRevision);

internal sealed class ListRfqsValidator : AbstractValidator<ListRfqsQuery>
{
    public ListRfqsValidator()
    {
        RuleFor(x => x.State).Must(x => x is null || Enum.GetNames<RfqState>().Contains(x)).WithMessage("Not a state.");
        RuleFor(x => x.Page).InclusiveBetween(1, 100_000);
    }
}

internal sealed class ListRfqsHandler(ProcurementDb db, RequestContext request) : IRequestHandler<ListRfqsQuery, RfqPageOf>
{
    private const int PageSize = 30;

    public async Task<RfqPageOf> Handle(ListRfqsQuery query, CancellationToken cancellationToken)
    {
        var supplier = query.AsSupplier ? request.Actor.Organisation(ProcurementPermissions.Supply) : Guid.Empty;
        var within = query.AsSupplier ? null : db.Within(request.Actor, ProcurementPermissions.Read);
        var visible = within is null ? db.Rfqs.Where(x => x.PublishedAt != null && db.RfqInvitations.Any(i => i.RfqId == x.Id && i.SupplierId == supplier)) : db.Rfqs.Where(x => within.Contains(x.BuyerId));
        var counts = (await visible.GroupBy(x => x.State).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(cancellationToken)).ToDictionary(x => x.Key.ToString(), x => x.Count);
        if (query.State is { } name)
        {
            var state = Enum.Parse<RfqState>(name);
            visible = visible.Where(x => x.State == state);
        }
        var total = await visible.CountAsync(cancellationToken);
        var rows = await (from rfq in visible.OrderByDescending(x => x.Id).Skip((query.Page - 1) * PageSize).Take(PageSize)
                          join buyer in db.Organisations on rfq.BuyerId equals buyer.Id
                          orderby rfq.Id descending
                          select new { rfq.Id, rfq.Number, rfq.State, rfq.Title, Buyer = buyer.Name, rfq.Deadline, Lines = rfq.Lines.Count, rfq.Entries,
                              Mine = db.SealedQuotes.Where(x => x.RfqId == rfq.Id && x.SupplierId == supplier).Max(x => (int?)x.Revision) }).ToListAsync(cancellationToken);
        return new RfqPageOf([.. rows.Select(x => new RfqInList(x.Id, x.Number, x.State.ToString(), x.Title, x.Buyer, x.Deadline, x.Lines, query.AsSupplier ? 0 : x.Entries, x.Mine ?? 0))],
            counts, query.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
    }
}
