using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Carts.MergeCart;

/// <summary>What a guest gathered becomes the person's, added to what was there.</summary>
internal sealed record MergeCartCommand(string GuestKey, string OwnerKey) : ICommand;

internal sealed class MergeCartHandler(OrderingDb db) : AsyncRequestHandler<MergeCartCommand>
{
    protected override async Task Handle(MergeCartCommand command, CancellationToken cancellationToken)
    {
        var lines = await db.CartLines.Where(x => x.OwnerKey == command.GuestKey || x.OwnerKey == command.OwnerKey).ToListAsync(cancellationToken);
        var mine = lines.Where(x => x.OwnerKey == command.OwnerKey).ToDictionary(x => x.SkuId);
        foreach (var line in lines.Where(x => x.OwnerKey == command.GuestKey).OrderBy(x => x.AddedAt))
        {
            db.CartLines.Remove(line);
            if (mine.TryGetValue(line.SkuId, out var same)) same.Add(line.Quantity);
            else if (mine.Count < CartLine.MostLines) db.CartLines.Add(mine[line.SkuId] = line.MovedTo(command.OwnerKey));
        }
    }
}

internal sealed class MergeCartWhenSignedIn(IMediator mediator) : ISignedInHook
{
    public Task OnSignedIn(Guid userId, string? guestKey, CancellationToken cancellationToken) =>
        guestKey is null ? Task.CompletedTask : mediator.Send(new MergeCartCommand(guestKey, Actor.KeyOf(userId)), cancellationToken);
}
