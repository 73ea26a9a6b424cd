using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Messaging;
using ZhongFu.TestKit;

namespace ZhongFu.Platform.Tests.Messaging;

public sealed class DeliveryTests : IDisposable
{
    private readonly string folder = Temporary.Folder();

    public void Dispose() => Temporary.Remove(folder);

    [Fact]
    public async Task A_fact_reaches_each_consumer_once_and_its_row_goes()
    {
        await using var workshop = await Workshop.Open(folder);
        await workshop.Send(new MakePieceCommand("basket"));
        await Eventually.Passes(async () =>
        {
            Assert.Equal((1, 1), (await workshop.Count("first"), await workshop.Count("second")));
            Assert.Equal(0, await workshop.Look(db => db.Outbox.CountAsync()));
        });
        Assert.Equal(2, await workshop.Look(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task What_a_killed_process_committed_is_delivered_by_the_next_one()
    {
        await using (var dies = await Workshop.Open(folder, relay: false)) await dies.Send(new MakePieceCommand("basket"));

        await using var next = await Workshop.Open(folder);
        Assert.Equal(1, await next.Look(db => db.Pieces.CountAsync()));
        await LeasesRunOut(next);
        await Eventually.Passes(async () => Assert.Equal((1, 1, 0), (await next.Count("first"), await next.Count("second"), await next.Look(db => db.Outbox.CountAsync()))));
    }

    [Fact]
    public async Task An_announced_row_whose_lease_is_over_is_left_to_the_sweep()
    {
        await using var workshop = await Workshop.Open(folder);
        var announcements = workshop.Services.GetRequiredService<OutboxAnnouncements>();
        var (late, fresh) = (OutboxMessage.Of(new PieceMade(Guid.CreateVersion7(), "late")), OutboxMessage.Of(new PieceMade(Guid.CreateVersion7(), "fresh")));
        typeof(OutboxMessage).GetProperty(nameof(OutboxMessage.DueAt))!.SetValue(late, DateTime.UtcNow.AddSeconds(-1));
        announcements.Announce(typeof(WorkshopDb), [late, fresh]); // not in the database: only the announcement could deliver them
        await Eventually.Passes(async () => Assert.Equal((1, 1), (await workshop.Count("first"), await workshop.Count("second"))));
        Assert.DoesNotContain(late.Id, await workshop.Look(db => db.Inbox.Select(x => x.MessageId).ToListAsync()));
    }

    [Fact]
    public async Task The_row_stays_until_every_consumer_has_it()
    {
        await using var workshop = await Workshop.Open(folder);
        var trouble = workshop.Services.GetRequiredService<Trouble>();
        trouble.FailNext(2);
        await workshop.Send(new MakePieceCommand("basket"));
        await Eventually.Passes(async () => Assert.Equal(1, await workshop.Look(db => db.Outbox.CountAsync(x => x.Problem != null))));
        await Eventually.Passes(async () => Assert.Equal((1, 1, 0), (await workshop.Count("first"), await workshop.Count("second"), await workshop.Look(db => db.Outbox.CountAsync()))));
        Assert.Equal(3, trouble.Calls);
    }

    [Fact]
    public async Task A_poison_message_is_parked_with_its_reason_and_others_flow()
    {
        await using var workshop = await Workshop.Open(folder);
        workshop.Services.GetRequiredService<Trouble>().FailNext(int.MaxValue);
        await workshop.Send(new MakePieceCommand("poison"));
        await Eventually.True(() => workshop.Look(db => db.Outbox.AnyAsync(x => x.Attempts > 0)));
        await workshop.Look(db => db.Outbox.ExecuteUpdateAsync(x => x.SetProperty(r => r.Attempts, OutboxRelay.MostAttempts - 1).SetProperty(r => r.DueAt, DateTime.UnixEpoch)));
        await Eventually.True(() => workshop.Look(db => db.Outbox.AnyAsync(x => x.ParkedAt != null && x.Problem!.Contains("planted failure"))));

        workshop.Services.GetRequiredService<Trouble>().FailNext(0);
        await workshop.Send(new MakePieceCommand("basket"));
        await Eventually.Passes(async () => Assert.Equal(1, await workshop.Count("second")));
        Assert.Equal(1, await workshop.Look(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task The_same_message_twice_does_its_work_once()
    {
        await using var workshop = await Workshop.Open(folder);
        await workshop.Send(new MakePieceCommand("basket"));
        await Eventually.Passes(async () => Assert.Equal(1, await workshop.Count("second")));
        var sent = await workshop.Look(db => db.Inbox.Select(x => x.MessageId).FirstAsync());
        var calls = workshop.Services.GetRequiredService<Trouble>().Calls;

        for (var again = 0; again < 3; again++)
            await workshop.Services.GetRequiredService<IBus>().Publish(new PieceMade(Guid.NewGuid(), "basket"), context => context.MessageId = sent);
        await workshop.Send(new MakePieceCommand("after"));
        await Eventually.Passes(async () => Assert.Equal((2, 2), (await workshop.Count("first"), await workshop.Count("second"))));
        Assert.Equal(calls + 1, workshop.Services.GetRequiredService<Trouble>().Calls);
    }

    [Fact]
    public async Task Many_messages_all_arrive()
    {
        await using var workshop = await Workshop.Open(folder);
        await Parallel.ForAsync(0, 300, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => await workshop.Send(new MakePieceCommand($"piece {i}")));
        await Eventually.Passes(async () => Assert.Equal((300, 300, 0), (await workshop.Count("first"), await workshop.Count("second"), await workshop.Look(db => db.Outbox.CountAsync()))), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Two_instances_never_lease_the_same_row()
    {
        await using (var dies = await Workshop.Open(folder, relay: false))
            for (var i = 0; i < 20; i++) await dies.Send(new MakePieceCommand($"piece {i}"));

        await using var one = await Workshop.Open(folder, relay: false);
        await LeasesRunOut(one);
        var relays = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<OutboxRelay>(one.Services)).ToList();
        var leased = await Task.WhenAll(relays.Select(relay => Task.Run(() => relay.Lease(typeof(WorkshopDb), CancellationToken.None))));
        Assert.Equal(20, leased.Sum(rows => rows.Count));
        Assert.Equal(20, leased.SelectMany(rows => rows).Select(row => row.Id).Distinct().Count());
    }

    private static Task<int> LeasesRunOut(Workshop workshop) =>
        workshop.Look(db => db.Outbox.ExecuteUpdateAsync(x => x.SetProperty(r => r.DueAt, DateTime.UnixEpoch)));
}
