using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Addresses.ChooseDefault;

/// <summary>This address comes first at the checkout.</summary>
internal sealed record ChooseDefaultCommand(Guid Id) : ICommand;

internal sealed class ChooseDefaultHandler(OrderingDb db, RequestContext context) : AsyncRequestHandler<ChooseDefaultCommand>
{
    protected override async Task Handle(ChooseDefaultCommand command, CancellationToken cancellationToken)
    {
        var owner = context.Actor.Key;
        var book = await db.Addresses.Where(x => x.OwnerKey == owner).ToListAsync(cancellationToken);
        if (book.All(x => x.Id != command.Id)) throw new NotFound("The address");
        book.ForEach(address => address.MakeDefault(address.Id == command.Id));
    }
}
