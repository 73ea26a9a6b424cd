using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Carts.ChangeCart;

/// <summary>Sets quantities and ticks, and takes lines out. Lines that are not named stay as they are. Answers the SKUs of which there are fewer than wanted: they were cut to what there is.</summary>
/// <param name="Lines">SKU, pieces, ticked.</param>
/// <param name="Remove">SKUs to take out.</param>
internal sealed record ChangeCartCommand(IReadOnlyList<ChangedLine> Lines, IReadOnlyList<Guid> Remove) : ICommand<IReadOnlyList<Guid>>;

/// <summary>A line as the buyer wants it.</summary>
internal sealed record ChangedLine(Guid SkuId, int Quantity, bool IsSelected);

internal sealed class ChangeCartRules : AbstractValidator<ChangeCartCommand>
{
    public ChangeCartRules()
    {
        RuleFor(x => x.Lines).Must(x => x.Count <= CartLine.MostLines);
        RuleForEach(x => x.Lines).ChildRules(line => line.RuleFor(x => x.Quantity).InclusiveBetween(1, CartLine.MostPieces).WithErrorCode("quantity"));
    }
}

internal sealed class ChangeCartHandler(OrderingDb db, ISkuOffers offers, RequestContext context, TimeProvider clock) : IRequestHandler<ChangeCartCommand, IReadOnlyList<Guid>>
{
    public async Task<IReadOnlyList<Guid>> Handle(ChangeCartCommand command, CancellationToken cancellationToken)
    {
        var owner = context.Actor.Key;
        var lines = await db.CartLines.Where(x => x.OwnerKey == owner).ToListAsync(cancellationToken);
        db.CartLines.RemoveRange(lines.Where(x => command.Remove.Contains(x.SkuId)));
        var cut = new List<Guid>();
        foreach (var change in command.Lines.Where(x => !command.Remove.Contains(x.SkuId)))
        {
            if (lines.FirstOrDefault(x => x.SkuId == change.SkuId) is not { } line) continue;
            var available = await offers.Available(change.SkuId, cancellationToken);
            var isShort = available > 0 && change.Quantity > available;
            if (isShort) cut.Add(change.SkuId);
            line.Set(isShort ? (int)available : change.Quantity, change.IsSelected, clock.UtcNow());
        }
        return cut;
    }
}
