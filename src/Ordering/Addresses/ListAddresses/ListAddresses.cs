using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Addresses.ListAddresses;

/// <summary>One's own addresses, the default one first.</summary>
internal sealed record ListAddressesQuery : IQuery<IReadOnlyList<SavedAddress>>;

internal sealed class ListAddressesHandler(OrderingDb db, RequestContext context) : IRequestHandler<ListAddressesQuery, IReadOnlyList<SavedAddress>>
{
    public async Task<IReadOnlyList<SavedAddress>> Handle(ListAddressesQuery query, CancellationToken cancellationToken)
    {
        var owner = context.Actor.Key;
        return await db.Addresses.AsNoTracking().Where(x => x.OwnerKey == owner).OrderByDescending(x => x.IsDefault).ThenByDescending(x => x.Id).ToListAsync(cancellationToken);
    }
}
