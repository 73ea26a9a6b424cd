using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.PickUp;
using ZhongFu.Showroom.Contracts;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.PickUp;

public sealed class PickUpPlaceTests : IAsyncLifetime
{
    private GatewayHost host = null!;

    public async Task InitializeAsync() => host = await GatewayHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_copy_is_what_the_showroom_told_last_and_an_older_list_changes_nothing()
    {
        await Eventually.Passes(async () => Assert.Equal(112, (await List()).Count));
        var (all, now) = (await List(), host.Clock.GetUtcNow().UtcDateTime);
        var moved = all[3] with { Address = "新址 9 号", Hours = "10:00–18:00" };

        await Tell(new PickUpPointsListed([all[5], moved], now.AddMinutes(2)));
        await Eventually.Passes(async () => Assert.Equal([all[5], moved], await List()));
        await Tell(new PickUpPointsListed(all, now.AddMinutes(1)));
        await Eventually.True(host.NothingWaits);
        Assert.Equal([all[5], moved], await List());
    }

    private async Task<IReadOnlyList<PickUpPoint>> List()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PickUpPlaces>().List(CancellationToken.None);
    }

    private Task Tell(PickUpPointsListed list) => host.Look<OrderingDb, int>(db =>
    {
        db.Send(list);
        return db.SaveChangesAsync();
    });
}
