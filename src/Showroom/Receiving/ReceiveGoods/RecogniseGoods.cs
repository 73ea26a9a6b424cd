using FluentValidation;
using MediatR;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.ShelfItems;

namespace ZhongFu.Showroom.Receiving.ReceiveGoods;

/// <summary>What the receiving page needs: the places goods can come to, and the SKUs behind the codes that were typed.</summary>
internal sealed record RecogniseGoodsQuery(IReadOnlyList<string> Codes) : IQuery<ReceivingDesk>;

/// <summary>Places by id, SKUs by the code that was typed.</summary>
internal sealed record ReceivingDesk(IReadOnlyList<(Guid Id, string Name)> Places, IReadOnlyDictionary<string, (Guid SkuId, string Name)> Goods);

internal sealed class RecogniseGoodsValidator : AbstractValidator<RecogniseGoodsQuery>
{
    public RecogniseGoodsValidator() => RuleFor(x => x.Codes.Count).LessThanOrEqualTo(200);
}

internal sealed class RecogniseGoodsHandler(ShowroomDb db) : IRequestHandler<RecogniseGoodsQuery, ReceivingDesk>
{
    public async Task<ReceivingDesk> Handle(RecogniseGoodsQuery request, CancellationToken cancellationToken)
    {
        var places = await db.WithShelves(cancellationToken);
        var goods = request.Codes.Count == 0 ? new Dictionary<string, ShelfItem>() : await db.FindByCode(request.Codes, cancellationToken);
        return new([.. places.Select(x => (x.Id, x.Name))], goods.ToDictionary(x => x.Key, x => (x.Value.SkuId, x.Value.Name)));
    }
}
