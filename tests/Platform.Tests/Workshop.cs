using System.Collections.Concurrent;
using MassTransit;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Messaging;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.TestKit;

namespace ZhongFu.Platform.Tests;

/// <summary>A module as small as can be, to try what the platform gives every module.</summary>
public sealed class WorkshopModule : Module
{
    public override string Name => "workshop";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<WorkshopDb>(configuration, Name);
        services.AddSingleton<Trouble>();
        services.AddSingleton<Counter>();
    }
}

internal sealed class WorkshopDb(DbContextOptions<WorkshopDb> options) : ModuleDb(options, "workshop")
{
    public DbSet<Piece> Pieces => Set<Piece>();

    public DbSet<Tally> Tallies => Set<Tally>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Piece>().Property(x => x.Name).HasMaxLength(50);
        model.Entity<Tally>().HasKey(x => x.Counter);
        model.Entity<Tally>().Property(x => x.Counter).HasMaxLength(50);
    }
}

internal sealed class Piece : Aggregate
{
    public string Name { get; private init; } = "";

    public static Piece Make(string name)
    {
        if (name == "refused") throw new RuleBroken("piece.refused", "This name is refused.");
        var piece = new Piece { Name = name };
        piece.Raise(new PieceMade(piece.Id, name));
        return piece;
    }
}

internal sealed class Tally
{
    public string Counter { get; init; } = "";
    public long Count { get; init; }
}

/// <summary>A fact with two consumers.</summary>
public sealed record PieceMade(Guid PieceId, string Name);

internal sealed record MakePieceCommand(string Name) : ICommand<Guid>;

internal sealed class MakePieceHandler(WorkshopDb db) : IRequestHandler<MakePieceCommand, Guid>
{
    public Task<Guid> Handle(MakePieceCommand command, CancellationToken cancellationToken)
    {
        var piece = Piece.Make(command.Name);
        db.Pieces.Add(piece);
        return Task.FromResult(piece.Id);
    }
}

/// <summary>Makes consumers fail on demand and counts how often they were called.</summary>
internal sealed class Trouble
{
    private int failuresLeft;
    private int calls;

    public int Calls => calls;

    public void FailNext(int times) => failuresLeft = times;

    public void Strike()
    {
        Interlocked.Increment(ref calls);
        if (Interlocked.Decrement(ref failuresLeft) >= 0) throw new InvalidOperationException("planted failure");
    }
}

internal sealed class CountPieces(WorkshopDb db) : Reaction<PieceMade, WorkshopDb>(db)
{
    protected override Task React(PieceMade message, CancellationToken cancellationToken) => Tallies.Raise(Db, "first", cancellationToken);

    private WorkshopDb Db { get; } = db;
}

internal sealed class CountPiecesAgain(WorkshopDb db, Trouble trouble) : Reaction<PieceMade, WorkshopDb>(db)
{
    protected override async Task React(PieceMade message, CancellationToken cancellationToken)
    {
        await Tallies.Raise(Db, "second", cancellationToken);
        trouble.Strike();
    }

    private WorkshopDb Db { get; } = db;
}

/// <summary>A message whose consumer handles all that wait at once.</summary>
public sealed record PieceWanted(string Name);

/// <summary>Holds the consumer until a test lets it go, and notes how many came together.</summary>
internal sealed class Counter
{
    private readonly TaskCompletionSource open = new();
    private int arrived;

    /// <summary>Messages that were handed to a consumer, done or not.</summary>
    public int Arrived => arrived;

    public ConcurrentQueue<int> Gathered { get; } = new();

    public Task Opened => open.Task;

    public void Open() => open.TrySetResult();

    public Counter Arrive()
    {
        Interlocked.Increment(ref arrived);
        return this;
    }
}

internal sealed class ServeWanted(WorkshopDb db, Gathering<PieceWanted> gathering, Counter counter) : GatheredReaction<PieceWanted, WorkshopDb>(db, gathering)
{
    private readonly Counter counter = counter.Arrive();

    protected override async Task React(IReadOnlyList<PieceWanted> messages, CancellationToken cancellationToken)
    {
        await counter.Opened;
        foreach (var message in messages)
        {
            if (message.Name == "poison") throw new InvalidOperationException("planted failure");
            await Tallies.Raise(Db, "first", cancellationToken);
        }
        counter.Gathered.Enqueue(messages.Count);
    }

    private WorkshopDb Db { get; } = db;
}

internal static class Tallies
{
    public static Task Raise(WorkshopDb db, string counter, CancellationToken cancellationToken) =>
        db.Tallies.Where(x => x.Counter == counter).ExecuteUpdateAsync(x => x.SetProperty(t => t.Count, t => t.Count + 1), cancellationToken);
}

/// <summary>A process with the workshop module on a folder; <paramref name="relay"/> false plays a process that dies before it publishes.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly WebApplication app;

    private Workshop(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public static async Task<Workshop> Open(string folder, bool relay = true, Dictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Database:Folder"] = folder;
        foreach (var (key, value) in settings ?? []) builder.Configuration[key] = value;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddModules(new WorkshopModule());
        if (!relay)
            foreach (var service in builder.Services.Where(x => x.ImplementationType == typeof(OutboxRelay)).ToList()) builder.Services.Remove(service);
        var workshop = new Workshop(builder.Build());
        await workshop.Prepare();
        await workshop.app.StartAsync();
        return workshop;
    }

    public async Task<T> Send<T>(IRequest<T> request, string? key = null, string actor = "someone")
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RequestContext>();
        context.IdempotencyKey = key;
        context.Actor = new Actor(null, actor, actor, new Dictionary<string, Scope>());
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> Look<T>(Func<WorkshopDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }

    public Task<long> Count(string counter) => Look(db => db.Tallies.Where(x => x.Counter == counter).Select(x => x.Count).SingleAsync());

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<int> Prepare() => Look(async db =>
    {
        if (!await db.Database.EnsureCreatedAsync()) return 0;
        db.AddRange(new Tally { Counter = "first" }, new Tally { Counter = "second" });
        return await db.SaveChangesAsync();
    });
}
