using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Messaging;

namespace ZhongFu.Platform.Data;

/// <summary>One context, one schema, one outbox and one inbox per module. Also keeps its idempotency keys, job leases and audit log.</summary>
public abstract class ModuleDb(DbContextOptions options, string schema) : DbContext(options)
{
    private readonly List<OutboxMessage> unannounced = [];
    private readonly List<Action> afterCommit = [];

    /// <summary>Schema on a server, file name on SQLite, and name of the module.</summary>
    public string Schema { get; } = schema;

    /// <summary>Who changed what, when, before and after.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    internal DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>Applies every <c>IEntityTypeConfiguration</c> of the module's assembly and the platform's own tables.</summary>
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema);
        model.ApplyConfigurationsFromAssembly(GetType().Assembly);
        PlatformTables.Configure(model);
    }

    /// <summary>All times are UTC; enums are stored as text.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>Stores a message of the module's Contracts with the next save; the relay publishes it once the save is committed.</summary>
    public void Send(object message)
    {
        var row = OutboxMessage.Of(message);
        Outbox.Add(row);
        unannounced.Add(row);
    }

    /// <summary>Runs after the transaction has committed; for wake-ups and caches of this process only.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>Opens the transaction of one unit of work; on SQLite it takes the single writer's turn first.</summary>
    public async Task<UnitOfWork> BeginAsync(CancellationToken cancellationToken = default)
    {
        unannounced.Clear();
        afterCommit.Clear();
        var turn = Database.IsSqlite() ? await this.GetService<SqliteWriterTurns>().Take(Schema, cancellationToken) : null;
        try
        {
            return new UnitOfWork(this, await Database.BeginTransactionAsync(cancellationToken), turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null) return await SaveAlone(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var fact in ChangeTracker.Entries<Aggregate>().SelectMany(entry => entry.Entity.TakeRaised()).ToList()) Send(fact);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private async Task<int> SaveAlone(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var (sent, after) = (unannounced.ToList(), afterCommit.ToList());
        await using var work = await BeginAsync(cancellationToken);
        unannounced.AddRange(sent);
        afterCommit.AddRange(after);
        var saved = await SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await work.CommitAsync(CancellationToken.None);
        return saved;
    }

    internal void Committed()
    {
        if (unannounced.Count > 0) this.GetService<OutboxAnnouncements>().Announce(GetType(), [.. unannounced]);
        unannounced.Clear();
        foreach (var action in afterCommit) action();
        afterCommit.Clear();
    }
}

/// <summary>An open transaction; disposed without commit it leaves nothing behind.</summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly ModuleDb db;
    private readonly IDbContextTransaction transaction;
    private readonly IDisposable? turn;

    internal UnitOfWork(ModuleDb db, IDbContextTransaction transaction, IDisposable? turn) => (this.db, this.transaction, this.turn) = (db, transaction, turn);

    /// <summary>Makes the work durable, then wakes the relay.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await transaction.CommitAsync(cancellationToken);
        turn?.Dispose();
        db.Committed();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn?.Dispose();
    }
}
