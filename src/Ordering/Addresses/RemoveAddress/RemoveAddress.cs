using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Addresses.RemoveAddress;

/// <summary>Takes an address out of one's book; orders keep their copies.</summary>
internal sealed record RemoveAddressCommand(Guid Id) : ICommand;

internal sealed class RemoveAddressHandler(OrderingDb db, RequestContext context) : AsyncRequestHandler<RemoveAddressCommand>
{
    protected override Task Handle(RemoveAddressCommand command, CancellationToken cancellationToken)
    {
        var owner = context.Actor.Key;
        return db.Addresses.Where(x => x.Id == command.Id && x.OwnerKey == owner).ExecuteDeleteAsync(cancellationToken);
    }
}
