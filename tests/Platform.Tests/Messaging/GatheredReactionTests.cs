using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.TestKit;

namespace ZhongFu.Platform.Tests.Messaging;

public sealed class GatheredReactionTests : IDisposable
{
    private readonly string folder = Temporary.Folder();

    public void Dispose() => Temporary.Remove(folder);

    [Fact]
    public async Task Messages_that_wait_are_handled_together_and_each_once()
    {
        await using var workshop = await Workshop.Open(folder);
        var counter = workshop.Services.GetRequiredService<Counter>();
        var ids = Enumerable.Range(0, 12).Select(_ => Guid.NewGuid()).ToList();
        foreach (var id in ids) await Publish(workshop, id, "basket");
        await Publish(workshop, ids[0], "basket");
        await Eventually.True(() => Task.FromResult(counter.Arrived == 13));
        counter.Open();
        await Eventually.Passes(async () => Assert.Equal(12, await workshop.Count("first")));
        Assert.Equal(12, counter.Gathered.Sum());
        Assert.True(counter.Gathered.Count < 12, "each message came alone");

        await Publish(workshop, ids[5], "basket");
        await Publish(workshop, Guid.NewGuid(), "after");
        await Eventually.Passes(async () => Assert.Equal(13, await workshop.Count("first")));
    }

    [Fact]
    public async Task One_that_cannot_be_handled_does_not_hold_up_the_others()
    {
        await using var workshop = await Workshop.Open(folder);
        for (var n = 0; n < 9; n++) await Publish(workshop, Guid.NewGuid(), n == 4 ? "poison" : "basket");
        workshop.Services.GetRequiredService<Counter>().Open();
        await Eventually.Passes(async () => Assert.Equal(8, await workshop.Count("first")));
    }

    private static Task Publish(Workshop workshop, Guid id, string name) =>
        workshop.Services.GetRequiredService<IBus>().Publish(new PieceWanted(name), context => context.MessageId = id);
}
