using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Messaging;
using ZhongFu.TestKit;

namespace ZhongFu.Platform.Tests.Messaging;

/// <summary>The same deliveries with RabbitMQ between.</summary>
public sealed class BrokerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string folder = Temporary.Folder();

    public void Dispose() => Temporary.Remove(folder);

    [Fact]
    public async Task A_poison_message_is_given_up_with_its_reason_while_others_flow_and_is_sent_again_on_demand()
    {
        await using var workshop = await Workshop.Open(folder, settings: await TestServers.RabbitMq());
        var trouble = workshop.Services.GetRequiredService<Trouble>();
        trouble.FailNext(int.MaxValue);
        await workshop.Send(new MakePieceCommand("poison"));
        await Eventually.Passes(async () => Assert.Equal(1, await workshop.Count("first"))); // the other consumer is not held up
        StuckMessage? stuck = null;
        await Eventually.Passes(async () => stuck = Assert.Single(await Stuck(workshop)), Patience);
        Assert.Equal(("count-pieces-again", typeof(PieceMade).FullName), (stuck!.Place, stuck.Type));
        Assert.Contains("planted failure", stuck.Problem, StringComparison.Ordinal);
        Assert.Single(await Stuck(workshop)); // looking takes nothing away
        trouble.FailNext(0);

        await workshop.Send(new MakePieceCommand("basket"));
        await Eventually.Passes(async () => Assert.Equal((2, 1, 0), (await workshop.Count("first"), await workshop.Count("second"), await workshop.Look(db => db.Outbox.CountAsync()))));
        Assert.Equal(1, await With(workshop, messages => messages.SendAgain(CancellationToken.None)));
        await Eventually.Passes(async () => Assert.Equal((2, 2), (await workshop.Count("first"), await workshop.Count("second"))));
        Assert.Empty(await Stuck(workshop));
    }

    [Fact]
    public async Task Without_a_link_messages_wait_as_long_as_it_takes_and_none_counts_as_failed()
    {
        var settings = await TestServers.RabbitMq();
        var broker = new Uri(settings["Bus:Uri"]!);
        await using var link = new CuttableLink(broker.Host, broker.Port);
        await using var workshop = await Workshop.Open(folder, settings: new(settings) { ["Bus:Uri"] = new UriBuilder(broker) { Port = link.Port }.ToString() });
        await workshop.Send(new MakePieceCommand("before"));
        await Eventually.Passes(async () => Assert.Equal((1, 1), (await workshop.Count("first"), await workshop.Count("second"))), Patience);

        link.Cut();
        for (var i = 0; i < 20; i++) await workshop.Send(new MakePieceCommand($"during {i}"));
        // What was on its way when the cable was pulled comes back to the outbox, with its reason and no mark against it.
        await Eventually.True(() => Task.FromResult(!workshop.Services.GetRequiredService<BusLink>().IsUp), Patience);
        await Eventually.True(() => workshop.Look(db => db.Outbox.AnyAsync(x => x.Problem != null)), Patience);
        Assert.Equal((20, 0), (await workshop.Look(db => db.Outbox.CountAsync()), await workshop.Look(db => db.Outbox.CountAsync(x => x.Attempts > 0 || x.ParkedAt != null))));

        link.Restore();
        await Eventually.Passes(async () => Assert.Equal((21, 21, 0), (await workshop.Count("first"), await workshop.Count("second"), await workshop.Look(db => db.Outbox.CountAsync()))), TimeSpan.FromMinutes(2));
    }

    private static Task<IReadOnlyList<StuckMessage>> Stuck(Workshop workshop) => With(workshop, messages => messages.List(CancellationToken.None));

    private static async Task<T> With<T>(Workshop workshop, Func<StuckMessages, Task<T>> look)
    {
        await using var scope = workshop.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<StuckMessages>());
    }
}
