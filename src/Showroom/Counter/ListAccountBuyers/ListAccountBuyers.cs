using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Counter.ListAccountBuyers;

/// <summary>The buyers that may take goods on account, for the till to keep.</summary>
internal sealed record ListAccountBuyersQuery : IQuery<IReadOnlyList<BuyerOnAccount>>;

/// <summary>One of them.</summary>
internal sealed record BuyerOnAccount(string Code, string Name, long LimitFen, long OwedFen);

internal sealed class ListAccountBuyersHandler(ShowroomDb db) : IRequestHandler<ListAccountBuyersQuery, IReadOnlyList<BuyerOnAccount>>
{
    public async Task<IReadOnlyList<BuyerOnAccount>> Handle(ListAccountBuyersQuery request, CancellationToken cancellationToken) =>
        await db.AccountBuyers.Where(x => x.IsOpen).OrderBy(x => x.Code).Take(1000).Select(x => new BuyerOnAccount(x.Code, x.Name, x.LimitFen, x.OwedFen)).ToListAsync(cancellationToken);
}
