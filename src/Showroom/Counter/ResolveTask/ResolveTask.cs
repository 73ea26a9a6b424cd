using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Counter.ResolveTask;

/// <summary>The manager settles what did not fit, saying how.</summary>
internal sealed record ResolveTaskCommand(Guid TaskId, string Note) : ICommand;

internal sealed class ResolveTaskValidator : AbstractValidator<ResolveTaskCommand>
{
    public ResolveTaskValidator() => RuleFor(x => x.Note).Must(x => PlainText.Clean(x) is { Length: >= 1 and <= 200 }).WithMessage("A note of at most 200 characters.");
}

internal sealed class ResolveTaskHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ResolveTaskCommand, Unit>
{
    public async Task<Unit> Handle(ResolveTaskCommand request, CancellationToken cancellationToken)
    {
        var (now, actor, note) = (clock.UtcNow(), context.Actor, PlainText.Clean(request.Note)!);
        var settled = await db.Set<SaleTask>().Where(x => x.Id == request.TaskId && x.ResolvedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(t => t.ResolvedAt, now).SetProperty(t => t.ResolvedBy, actor.Name).SetProperty(t => t.Note, note), cancellationToken) == 1;
        if (settled) db.Audit.Add(AuditEntry.Of(actor, now, "showroom.task", request.TaskId, after: new { note }));
        else if (await db.Set<SaleTask>().AnyAsync(x => x.Id == request.TaskId, cancellationToken)) throw new RuleBroken("task.settled", "Somebody has settled it already.");
        else throw new NotFound("The task");
        return Unit.Value;
    }
}
