using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.TestKit;

namespace ZhongFu.Platform.Tests.Requests;

public sealed class LostRaceTests : IAsyncLifetime
{
    private readonly string folder = Temporary.Folder();
    private Workshop workshop = null!;

    public async Task InitializeAsync() => workshop = await Workshop.Open(folder);

    public async Task DisposeAsync()
    {
        await workshop.DisposeAsync();
        Temporary.Remove(folder);
    }

    [Theory, InlineData(null), InlineData("k1")]
    public async Task A_command_that_lost_a_race_runs_again_and_does_its_work_once(string? key)
    {
        var stumbles = new Stumbles(2, () => new DbUpdateException("lost"));
        Assert.Equal(3, await workshop.Send(new StumbleCommand(StumbleHandler.Register(stumbles)), key));
        Assert.Equal(1, await workshop.Look(db => db.Pieces.CountAsync()));
    }

    [Fact]
    public async Task A_race_that_never_ends_is_given_up()
    {
        var stumbles = new Stumbles(int.MaxValue, () => new DbUpdateException("lost"));
        await Assert.ThrowsAsync<DbUpdateException>(() => workshop.Send(new StumbleCommand(StumbleHandler.Register(stumbles))));
        Assert.Equal(6, stumbles.Calls);
        Assert.Equal(0, await workshop.Look(db => db.Pieces.CountAsync()));
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        var stumbles = new Stumbles(int.MaxValue, () => new RuleBroken("no", "No."));
        await Assert.ThrowsAsync<RuleBroken>(() => workshop.Send(new StumbleCommand(StumbleHandler.Register(stumbles))));
        Assert.Equal(1, stumbles.Calls);
    }
}

internal sealed record StumbleCommand(Guid Id) : ICommand<int>;

internal sealed class Stumbles(int times, Func<Exception> problem)
{
    public int Calls { get; private set; }

    public void Step()
    {
        if (++Calls <= times) throw problem();
    }
}

internal sealed class StumbleHandler(WorkshopDb db) : IRequestHandler<StumbleCommand, int>
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, Stumbles> Known = new();

    public static Guid Register(Stumbles stumbles)
    {
        var id = Guid.NewGuid();
        Known[id] = stumbles;
        return id;
    }

    public Task<int> Handle(StumbleCommand command, CancellationToken cancellationToken)
    {
        db.Pieces.Add(Piece.Make("basket"));
        Known[command.Id].Step();
        return Task.FromResult(Known[command.Id].Calls);
    }
}
