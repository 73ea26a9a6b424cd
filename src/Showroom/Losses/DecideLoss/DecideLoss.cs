using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Losses.DecideLoss;

/// <summary>Somebody else signs a write-off, or refuses it and the goods go back to their shelf.</summary>
internal sealed record DecideLossCommand(Guid LossId, bool Approve, string? Note = null) : ICommand;

internal sealed class DecideLossValidator : AbstractValidator<DecideLossCommand>
{
    public DecideLossValidator()
    {
        RuleFor(x => x.Note).MaximumLength(200);
        RuleFor(x => x.Note).Must(note => PlainText.Clean(note) is not null).When(x => !x.Approve).WithMessage("Say why it is refused.");
    }
}

internal sealed class DecideLossHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<DecideLossCommand, Unit>
{
    public async Task<Unit> Handle(DecideLossCommand request, CancellationToken cancellationToken)
    {
        var loss = await db.WriteOffs.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == request.LossId, cancellationToken) ?? throw new NotFound("The write-off");
        var (actor, now) = (context.Actor, clock.UtcNow());
        loss.Decide(request.Approve, PlainText.Clean(request.Note), actor, now);
        var book = await StockBook.Open(db, loss.Lines.Select(x => x.SkuId), cancellationToken);
        var (from, to) = (book.Places.Quarantine, request.Approve ? loss.Cause.Destination(book.Places) : loss.LocationId);
        if (from != to)
            foreach (var line in loss.Lines.OrderBy(x => x.Line))
                await book.Post(StockMovement.WriteOff(loss.Id, $"decided:{line.Line}", line.SkuId, line.Batch, from, to, line.Quantity, now, actor.Key));
        book.Close();
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.loss.decide", loss.Id, after: new { loss.Number, request.Approve, request.Note }));
        return Unit.Value;
    }
}
