using MediatR;
using ZhongFu.Gateway.Identity;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;

namespace ZhongFu.Gateway.Operations.WatchBus;

/// <summary>Notes that somebody had messages sent again; the sending itself is between the outboxes and the broker.</summary>
/// <param name="Count">How many.</param>
internal sealed record NoteResendingCommand(int Count) : ICommand
{
    public const string Permission = "platform.bus.resend";
}

internal sealed class NoteResendingHandler(IdentityDb db, RequestContext request, TimeProvider clock) : IRequestHandler<NoteResendingCommand, Unit>
{
    public Task<Unit> Handle(NoteResendingCommand command, CancellationToken cancellationToken)
    {
        request.Actor.Demand(NoteResendingCommand.Permission, Scope.All);
        db.Audit.Add(AuditEntry.Of(request.Actor, clock.UtcNow(), "platform.messages-resent", "bus", after: new { command.Count }));
        return Unit.Task;
    }
}
