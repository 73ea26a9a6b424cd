using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Data;

namespace ZhongFu.Platform.Messaging;

/// <summary>A consumer that handles each message once: the inbox row commits in the same transaction as the work.
/// An expected "no" is a fact to send, not an exception: an exception means "try again later".</summary>
public abstract class Reaction<TMessage, TDb>(TDb db) : IConsumer<TMessage> where TMessage : class where TDb : ModuleDb
{
    /// <summary>Does the work, usually by sending a command of the module; neither saves nor commits.</summary>
    protected abstract Task React(TMessage message, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<TMessage> context)
    {
        var deliveries = context.GetPayload<IServiceProvider>().GetRequiredService<Deliveries>();
        var messageId = context.MessageId ?? throw new InvalidOperationException($"{typeof(TMessage).Name} came without a message id.");
        try
        {
            await Handle(messageId, context.Message, context.CancellationToken);
            deliveries.Confirm(messageId, GetType().Name);
        }
        catch (Exception problem)
        {
            deliveries.Fail(messageId, problem);
            throw;
        }
    }

    private async Task Handle(Guid messageId, TMessage message, CancellationToken cancellationToken)
    {
        var consumer = GetType().Name;
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Inbox.AnyAsync(x => x.MessageId == messageId && x.Consumer == consumer, cancellationToken)) return;

        db.Inbox.Add(new InboxMessage(messageId, consumer, TimeProvider.System.GetUtcNow().UtcDateTime));
        await React(message, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await work.CommitAsync(CancellationToken.None);
    }
}

/// <summary>A consumer whose work is harmless to repeat because it carries a version of its own: it needs no inbox row.</summary>
public abstract class RepeatableReaction<TMessage>(IServiceProvider services) : IConsumer<TMessage> where TMessage : class
{
    /// <summary>Does the work in a transaction of its own, usually by sending a command of the module.</summary>
    protected abstract Task React(TMessage message, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<TMessage> context)
    {
        var deliveries = services.GetRequiredService<Deliveries>();
        var messageId = context.MessageId ?? throw new InvalidOperationException($"{typeof(TMessage).Name} came without a message id.");
        try
        {
            await React(context.Message, context.CancellationToken);
            deliveries.Confirm(messageId, GetType().Name);
        }
        catch (Exception problem)
        {
            deliveries.Fail(messageId, problem);
            throw;
        }
    }
}
