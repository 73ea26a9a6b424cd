using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Ordering.Carts;
using ZhongFu.Ordering.Carts.ForgetGuestCarts;
using ZhongFu.Ordering.Data;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Carts;

public sealed class GuestCartTests
{
    [Fact]
    public async Task Carts_that_guests_left_30_days_ago_are_cleared_away_and_no_others()
    {
        await using var host = await GatewayHost.Start();
        var (now, day) = (host.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromDays(1));
        var (old, young) = (now - 30 * day - TimeSpan.FromSeconds(1), now - 30 * day + TimeSpan.FromMinutes(1));
        await host.Look<OrderingDb, int>(db =>
        {
            foreach (var (owner, at) in new[] { ("guest:left", old), ("guest:left", old), ("guest:back", old), ("guest:back", young), ("guest:fresh", young), ("user:1", old) })
                db.CartLines.Add(CartLine.Of(owner, Guid.NewGuid(), 1, 100, at));
            return db.SaveChangesAsync();
        });
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetGuestCartsJob>().Run(CancellationToken.None);
        var kept = await host.Look<OrderingDb, List<string>>(db => db.CartLines.OrderBy(x => x.OwnerKey).Select(x => x.OwnerKey).ToListAsync());
        Assert.Equal(["guest:back", "guest:back", "guest:fresh", "user:1"], kept);
    }
}
