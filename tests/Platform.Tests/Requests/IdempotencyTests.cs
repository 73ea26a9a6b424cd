using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.TestKit;

namespace ZhongFu.Platform.Tests.Requests;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly string folder = Temporary.Folder();
    private Workshop workshop = null!;

    public async Task InitializeAsync() => workshop = await Workshop.Open(folder);

    public async Task DisposeAsync()
    {
        await workshop.DisposeAsync();
        Temporary.Remove(folder);
    }

    [Fact]
    public async Task Fifty_times_the_same_key_at_once_is_one_piece_of_work_and_one_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => workshop.Send(new MakePieceCommand("basket"), "k1"))));
        Assert.Single(answers.Distinct());
        Assert.Equal(1, await Pieces());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_changes_nothing()
    {
        await workshop.Send(new MakePieceCommand("basket"), "k1");
        await Assert.ThrowsAsync<IdempotencyKeyReused>(() => workshop.Send(new MakePieceCommand("bowl"), "k1"));
        Assert.Equal(1, await Pieces());
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_key()
    {
        var mine = await workshop.Send(new MakePieceCommand("basket"), "k1", "me");
        var theirs = await workshop.Send(new MakePieceCommand("bowl"), "k1", "them");
        Assert.NotEqual(mine, theirs);
    }

    [Fact]
    public async Task A_refusal_stores_nothing_and_the_key_may_try_again()
    {
        await Assert.ThrowsAsync<RuleBroken>(() => workshop.Send(new MakePieceCommand("refused"), "k1"));
        Assert.Equal(0, await Pieces());
        Assert.Equal(0, await workshop.Look(db => db.Outbox.CountAsync()));
        await workshop.Send(new MakePieceCommand("basket"), "k1");
        Assert.Equal(1, await Pieces());
    }

    [Fact]
    public async Task Without_a_key_each_call_does_its_own_work()
    {
        await workshop.Send(new MakePieceCommand("basket"));
        await workshop.Send(new MakePieceCommand("basket"));
        Assert.Equal(2, await Pieces());
    }

    private Task<int> Pieces() => workshop.Look(db => db.Pieces.CountAsync());
}
