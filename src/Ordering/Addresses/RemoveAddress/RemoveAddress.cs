using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Addresses.RemoveAddress;

/// <summary>Takes an address out of one's book; orders keep their copies. When it was the default, the newest other one becomes it.</summary>
internal sealed record RemoveAddressCommand(Guid Id) : ICommand;

internal sealed class RemoveAddressHandler(OrderingDb db, RequestContext context) : AsyncRequestHandler<RemoveAddressCommand>
{
    protected override async Task Handle(RemoveAddressCommand command, CancellationToken cancellationToken)
    {
        var owner = context.Actor.Key;
        var book = await db.Addresses.Where(x => x.OwnerKey == owner).OrderByDescending(x => x.Id).ToListAsync(cancellationToken);
        if (book.FirstOrDefault(x => x.Id == command.Id) is not { } address) return; // gone already
        db.Addresses.Remove(address);
        if (address.IsDefault) book.FirstOrDefault(x => x != address)?.MakeDefault(true);
    }
}
