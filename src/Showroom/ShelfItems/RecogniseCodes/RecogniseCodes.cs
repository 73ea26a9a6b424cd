using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.ShelfItems.RecogniseCodes;

/// <summary>What a page needs on which people type goods that leave a place: the places, and the SKUs behind the codes.</summary>
internal sealed record RecogniseCodesQuery(IReadOnlyList<string> Codes) : IQuery<GoodsDesk>;

/// <param name="Places">Open places with shelves, and where returned goods wait.</param>
/// <param name="Goods">By the code that was typed.</param>
internal sealed record GoodsDesk(IReadOnlyList<DeskPlace> Places, IReadOnlyDictionary<string, (Guid SkuId, string Name)> Goods)
{
    public static GoodsDesk Empty { get; } = new([], new Dictionary<string, (Guid, string)>());
}

/// <param name="HasShelves">Goods can be brought there; from the others they only leave.</param>
internal sealed record DeskPlace(Guid Id, string Code, string Name, bool HasShelves);

internal sealed class RecogniseCodesValidator : AbstractValidator<RecogniseCodesQuery>
{
    public RecogniseCodesValidator() => RuleFor(x => x.Codes.Count).LessThanOrEqualTo(200);
}

internal sealed class RecogniseCodesHandler(ShowroomDb db) : IRequestHandler<RecogniseCodesQuery, GoodsDesk>
{
    public async Task<GoodsDesk> Handle(RecogniseCodesQuery request, CancellationToken cancellationToken)
    {
        var places = await db.WithShelves(cancellationToken);
        var waiting = await db.Locations.AsNoTracking().Where(x => x.IsOpen && x.Kind == LocationKind.Quarantine).ToListAsync(cancellationToken);
        var goods = request.Codes.Count == 0 ? new Dictionary<string, ShelfItem>() : await db.FindByCode(request.Codes, cancellationToken);
        return new([.. places.Concat(waiting).Select(x => new DeskPlace(x.Id, x.Code, x.Name, x.Kind.HasShelves()))], goods.ToDictionary(x => x.Key, x => (x.Value.SkuId, x.Value.Name)));
    }
}
