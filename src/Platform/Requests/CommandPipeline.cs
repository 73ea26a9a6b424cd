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
        return key is null ? await RunOnce(db, next, null, cancellationToken) : await RunKeyed(db, request, key, next, cancellationToken);
    }

    private static async Task<TResponse> RunOnce(ModuleDb db, RequestHandlerDelegate<TResponse> next, Func<TResponse, IdempotencyRecord>? remember, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var answer = await next();
        if (remember is not null) db.Add(remember(answer));
        await db.SaveChangesAsync(cancellationToken);
        // From here on the work stands: a caller who hangs up must not turn a commit into a rollback.
        await work.CommitAsync(CancellationToken.None);
        return answer;
    }

    private async Task<TResponse> RunKeyed(ModuleDb db, TRequest request, string key, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (await Remembered(db, request, key, cancellationToken) is { } first) return Answer(first, request);
        try
        {
            return await RunOnce(db, next, answer => IdempotencyRecord.Of(context.Actor.Key, request, key, answer, clock.GetUtcNow().UtcDateTime), cancellationToken);
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
