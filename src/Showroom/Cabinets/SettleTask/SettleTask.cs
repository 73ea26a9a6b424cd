using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.SettleTask;

/// <summary>Somebody has looked into a cabinet's task and says how it ended.</summary>
internal sealed record SettleTaskCommand(Guid TaskId, string Note) : ICommand;

internal sealed class SettleTaskValidator : AbstractValidator<SettleTaskCommand>
{
    public SettleTaskValidator() => RuleFor(x => x.Note).Must(x => PlainText.Clean(x) is { Length: >= 1 and <= 200 }).WithMessage("A note of at most 200 characters.");
}

internal sealed class SettleTaskHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<SettleTaskCommand, Unit>
{
    public async Task<Unit> Handle(SettleTaskCommand request, CancellationToken cancellationToken)
    {
        var (now, actor, note) = (clock.UtcNow(), context.Actor, PlainText.Clean(request.Note)!);
        var settled = await db.CabinetTasks.Where(x => x.Id == request.TaskId && x.ResolvedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(t => t.ResolvedAt, now).SetProperty(t => t.ResolvedBy, actor.Name).SetProperty(t => t.Note, note), cancellationToken) == 1;
        if (settled) db.Audit.Add(AuditEntry.Of(actor, now, "showroom.cabinet-task", request.TaskId, after: new { note }));
        else if (await db.CabinetTasks.AnyAsync(x => x.Id == request.TaskId, cancellationToken)) throw new RuleBroken("task.settled", "Somebody has settled it already.");
        else throw new NotFound("The task");
        return Unit.Value;
    }
}
