using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.ShelfItems;

namespace ZhongFu.Showroom.Receiving.ReceiveGoods;

/// <summary>What the receiving page needs: the places goods can come to, and the SKUs behind the codes that were typed.</summary>
internal sealed record RecogniseGoodsQuery(IReadOnlyList<string> Codes, IReadOnlyList<string> Batches) : IQuery<ReceivingDesk>;

/// <summary>Places by id, SKUs by the code that was typed, expiry days of the batches that were typed.</summary>
internal sealed record ReceivingDesk(IReadOnlyList<(Guid Id, string Name)> Places, IReadOnlyDictionary<string, (Guid SkuId, string Name)> Goods, IReadOnlyDictionary<(Guid SkuId, string Code), DateOnly> Expiry, DateOnly Today);

internal sealed class RecogniseGoodsValidator : AbstractValidator<RecogniseGoodsQuery>
{
    public RecogniseGoodsValidator() => RuleFor(x => x.Codes.Count).LessThanOrEqualTo(200);
}

internal sealed class RecogniseGoodsHandler(ShowroomDb db) : IRequestHandler<RecogniseGoodsQuery, ReceivingDesk>
{
    private async Task<IReadOnlyDictionary<(Guid, string), DateOnly>> Expiry(IReadOnlyList<string> codes, CancellationToken cancellationToken) => codes.Count == 0
        ? new Dictionary<(Guid, string), DateOnly>()
        : await db.Batches.AsNoTracking().Where(x => codes.Contains(x.Code) && x.ExpiresOn != null).ToDictionaryAsync(x => (x.SkuId, x.Code), x => x.ExpiresOn!.Value, cancellationToken);

    public async Task<ReceivingDesk> Handle(RecogniseGoodsQuery request, CancellationToken cancellationToken)
    {
        var places = await db.WithShelves(cancellationToken);
        var goods = request.Codes.Count == 0 ? new Dictionary<string, ShelfItem>() : await db.FindByCode(request.Codes, cancellationToken);
        return new([.. places.Select(x => (x.Id, x.Name))], goods.ToDictionary(x => x.Key, x => (x.Value.SkuId, x.Value.Name)), await Expiry(request.Batches, cancellationToken), db.Clock.Today());
    }
}
