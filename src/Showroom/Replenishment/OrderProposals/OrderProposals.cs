using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Transfers;

namespace ZhongFu.Showroom.Replenishment.OrderProposals;

/// <summary>Makes one transfer of everything that is proposed for a place; whoever comes second finds nothing left.</summary>
internal sealed record OrderProposalsCommand(Guid LocationId) : ICommand<OrderedProposals>;

internal sealed record OrderedProposals(Guid TransferId, string Number, int Lines);

internal sealed class OrderProposalsValidator : AbstractValidator<OrderProposalsCommand>
{
    public OrderProposalsValidator() => RuleFor(x => x.LocationId).NotEmpty();
}

internal sealed class OrderProposalsHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<OrderProposalsCommand, OrderedProposals>
{
    private const int MostLines = 200;

    public async Task<OrderedProposals> Handle(OrderProposalsCommand request, CancellationToken cancellationToken)
    {
        var proposals = await db.Proposals.AsNoTracking().Where(x => x.LocationId == request.LocationId && x.Quantity > 0).OrderByDescending(x => x.Quantity).ThenBy(x => x.SkuId).Take(MostLines).ToListAsync(cancellationToken);
        var skuIds = proposals.Select(x => x.SkuId).ToList();
        var taken = await db.Proposals.Where(x => x.LocationId == request.LocationId && skuIds.Contains(x.SkuId)).ExecuteDeleteAsync(cancellationToken);
        if (taken == 0 || taken != proposals.Count) throw new RuleBroken("replenishment.none", "Nothing is proposed for this place any more.");
        var (actor, now, day) = (context.Actor, clock.UtcNow(), clock.Today());
        var number = await db.NextTransferNumber(day, cancellationToken);
        var order = TransferOrder.Request(number, day, proposals[0].FromId, request.LocationId, proposals.Select(x => new WantedLine(x.SkuId, null, x.Quantity)), null, actor, now);
        db.Add(order);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.transfer.request", order.Id, after: new { number, order.FromId, order.ToId, Lines = proposals.Select(x => new { x.SkuId, x.Quantity }) }));
        return new(order.Id, number, proposals.Count);
    }
}
