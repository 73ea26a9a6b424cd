using MediatR;

namespace ZhongFu.Platform.Requests;

/// <summary>A request that changes something. The pipeline opens a transaction on the module's database, runs the handler,
/// saves once with the outbox, and commits: a handler neither saves nor commits, and never waits for another system.</summary>
public interface ICommand<out TResult> : IRequest<TResult>;

/// <summary>A command without an answer.</summary>
public interface ICommand : IRequest, ICommand<Unit>;

/// <summary>A request that only reads.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;
