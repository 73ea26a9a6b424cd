using System.Data.Common;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Platform.Requests;

/// <summary>One command, one transaction, one save, one commit; a repeated idempotency key gets the first answer instead.</summary>
internal sealed class CommandPipeline<TRequest, TResponse>(ModuleDatabases databases, RequestContext context, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private const int MostAttempts = 6;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand<TResponse>) return await next();

        var db = databases.Of(typeof(TRequest).Assembly);
        if (db.Database.CurrentTransaction is not null)
        {
            // A command sent by another command or by a bus reaction joins the transaction that is open.
            var answer = await next();
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }

        var key = context.IdempotencyKey;
        context.IdempotencyKey = null;
        return key is null ? await RunUntilAlone(db, next, null, cancellationToken) : await RunKeyed(db, request, key, next, cancellationToken);
    }

    /// <summary>Two commands that meet on a row, wait crosswise or insert the same key: the database ends one of them whole. It runs again and sees what the other did.</summary>
    private static async Task<TResponse> RunUntilAlone(ModuleDb db, RequestHandlerDelegate<TResponse> next, Func<TResponse, IdempotencyRecord>? remember, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try { return await RunOnce(db, next, remember, cancellationToken); }
            catch (Exception problem) when (attempt < MostAttempts && LostRace(problem))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(5, 25 * attempt), cancellationToken);
            }
        }
    }

    private static bool LostRace(Exception problem) =>
        problem is DbUpdateException || problem is DbException { IsTransient: true } || problem.InnerException is DbException { IsTransient: true };

    private static async Task<TResponse> RunOnce(ModuleDb db, RequestHandlerDelegate<TResponse> next, Func<TResponse, IdempotencyRecord>? remember, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var answer = await next();
        if (remember is not null) db.Add(remember(answer));
        await db.SaveChangesAsync(cancellationToken);
        // From here on the work stands: a caller who hangs up must not turn a commit into a rollback, and a commit is never tried twice.
        try { await work.CommitAsync(CancellationToken.None); }
        catch (Exception unknown) when (LostRace(unknown)) { throw new CommitUnknown(unknown); }
        return answer;
    }

    private async Task<TResponse> RunKeyed(ModuleDb db, TRequest request, string key, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (await Remembered(db, request, key, cancellationToken) is { } first) return Answer(first, request);
        try
        {
            return await RunUntilAlone(db, next, answer => IdempotencyRecord.Of(context.Actor.Key, request, key, answer, clock.GetUtcNow().UtcDateTime), cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The same key ran at the same time and won (on the key's own row, or on any row it wrote first): its answer counts.
            db.ChangeTracker.Clear();
            if (await Remembered(db, request, key, cancellationToken) is { } winner) return Answer(winner, request);
            throw;
        }
    }

    private Task<IdempotencyRecord?> Remembered(ModuleDb db, TRequest request, string key, CancellationToken cancellationToken)
    {
        var (actor, operation) = (context.Actor.Key, request.GetType().Name);
        return db.Set<IdempotencyRecord>().AsNoTracking().FirstOrDefaultAsync(x => x.Actor == actor && x.Operation == operation && x.Key == key, cancellationToken);
    }

    private static TResponse Answer(IdempotencyRecord first, TRequest request) =>
        first.BodyHash == IdempotencyRecord.Hash(request) ? JsonSerializer.Deserialize<TResponse>(first.Answer)! : throw new IdempotencyKeyReused();
}

/// <summary>The connection broke while the commit was under way: the work may stand or not. The caller's idempotency key finds out.</summary>
internal sealed class CommitUnknown(Exception cause) : Exception("Whether the work was committed is not known.", cause);
