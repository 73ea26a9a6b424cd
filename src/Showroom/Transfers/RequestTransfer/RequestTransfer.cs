using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Transfers.RequestTransfer;

/// <summary>Asks for goods to be brought from one place to another. Nothing moves yet.</summary>
internal sealed record RequestTransferCommand(Guid FromId, Guid ToId, IReadOnlyList<WantedLine> Lines, string? Note = null) : ICommand<RequestedTransfer>;

/// <summary>The transfer as it was written.</summary>
internal sealed record RequestedTransfer(Guid Id, string Number);

internal sealed class RequestTransferValidator : AbstractValidator<RequestTransferCommand>
{
    public RequestTransferValidator()
    {
        RuleFor(x => x.FromId).NotEmpty();
        RuleFor(x => x.ToId).NotEmpty().NotEqual(x => x.FromId).WithMessage("From and to are the same place.");
        RuleFor(x => x.Note).MaximumLength(200);
        RuleFor(x => x.Lines).NotEmpty().Must(lines => lines is null or { Count: <= 200 }).WithMessage("At most 200 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.SkuId).NotEmpty();
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 1_000_000);
            line.RuleFor(x => x.Batch).MaximumLength(40).Matches("^[A-Za-z0-9./_-]+$").When(x => x.Batch is not null);
        });
    }
}

internal sealed class RequestTransferHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<RequestTransferCommand, RequestedTransfer>
{
    public async Task<RequestedTransfer> Handle(RequestTransferCommand request, CancellationToken cancellationToken)
    {
        await RefuseUnknown(request, cancellationToken);
        var (actor, now, day) = (context.Actor, clock.UtcNow(), clock.Today());
        var number = await db.NextTransferNumber(day, cancellationToken);
        var order = TransferOrder.Request(number, day, request.FromId, request.ToId, request.Lines, PlainText.Clean(request.Note), actor, now);
        db.Add(order);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.transfer.request", order.Id, after: new { number, request.FromId, request.ToId, request.Lines }));
        return new(order.Id, number);
    }

    private async Task RefuseUnknown(RequestTransferCommand request, CancellationToken cancellationToken)
    {
        var problems = new List<ValidationFailure>();
        var places = await db.Locations.AsNoTracking().Where(x => x.Id == request.FromId || x.Id == request.ToId).ToListAsync(cancellationToken);
        if (places.FirstOrDefault(x => x.Id == request.FromId) is not { } from || !(from.Kind.HasShelves() || from.Kind == LocationKind.Quarantine)) problems.Add(new("FromId", "No place that can give goods has this id.") { ErrorCode = "location.unknown" });
        if (places.FirstOrDefault(x => x.Id == request.ToId) is not { IsOpen: true } to || !to.Kind.HasShelves()) problems.Add(new("ToId", "No open place with shelves has this id.") { ErrorCode = "location.unknown" });
        var ids = request.Lines.Select(x => x.SkuId).Distinct().ToList();
        var known = await db.ShelfItems.Where(x => ids.Contains(x.SkuId)).Select(x => x.SkuId).ToListAsync(cancellationToken);
        for (var i = 0; i < request.Lines.Count; i++)
            if (!known.Contains(request.Lines[i].SkuId)) problems.Add(new($"Lines[{i}].SkuId", "No SKU has this id.") { ErrorCode = "sku.unknown" });
        if (problems.Count > 0) throw new ValidationException(problems);
    }
}
