using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Transfers.CancelTransfer;

/// <summary>Calls a transfer off before anything moved.</summary>
internal sealed record CancelTransferCommand(Guid TransferId, string Reason) : ICommand;

internal sealed class CancelTransferValidator : AbstractValidator<CancelTransferCommand>
{
    public CancelTransferValidator() =>
        RuleFor(x => x.Reason).Must(reason => PlainText.Clean(reason) is { Length: <= 200 }).WithMessage("Give a reason of at most 200 characters.");
}

internal sealed class CancelTransferHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<CancelTransferCommand, Unit>
{
    public async Task<Unit> Handle(CancelTransferCommand request, CancellationToken cancellationToken)
    {
        var order = await db.Transfers.FirstOrDefaultAsync(x => x.Id == request.TransferId, cancellationToken) ?? throw new NotFound("The transfer");
        order.Cancel(PlainText.Clean(request.Reason)!, context.Actor, clock.UtcNow());
        db.Audit.Add(AuditEntry.Of(context.Actor, clock.UtcNow(), "showroom.transfer.cancel", order.Id, after: new { order.CancelReason }));
        return Unit.Value;
    }
}
