using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Carts.ForgetGuestCarts;

/// <summary>Clears away the carts of guests that nobody has touched for 30 days; a person's cart stays. Answers how many lines went.</summary>
internal sealed record ForgetGuestCartsCommand : ICommand<int>;

internal sealed class ForgetGuestCartsHandler(OrderingDb db, TimeProvider clock) : IRequestHandler<ForgetGuestCartsCommand, int>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task<int> Handle(ForgetGuestCartsCommand command, CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - Kept;
        // A cart goes as a whole: a line of it that was touched keeps the others.
        return db.CartLines.Where(x => x.OwnerKey.StartsWith(CartLine.GuestOwners) && x.TouchedAt < before && !db.CartLines.Any(other => other.OwnerKey == x.OwnerKey && other.TouchedAt >= before))
            .ExecuteDeleteAsync(cancellationToken);
    }
}

internal sealed class ForgetGuestCartsJob(IMediator mediator) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromHours(6);

    public Task Run(CancellationToken cancellationToken) => mediator.Send(new ForgetGuestCartsCommand(), cancellationToken);
}
