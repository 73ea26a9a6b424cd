using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Rfqs.EndRfq;

/// <summary>Ends a request without an award: withdrawn before the deadline (its quotes can then never be opened), failed after it.</summary>
/// <param name="RfqId">The request.</param>
/// <param name="Failed">After the opening; else it is withdrawn.</param>
/// <param name="Reason">At most 200 characters; the invited read it.</param>
internal sealed record EndRfqCommand(Guid RfqId, bool Failed, string Reason) : ICommand;

internal sealed class EndRfqValidator : AbstractValidator<EndRfqCommand>
{
    public EndRfqValidator() => RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: <= 200 }).WithMessage("Say why, at most 200 characters.");
}

internal sealed class EndRfqHandler(ProcurementDb db, SealVault vault, RequestContext request, TimeProvider clock) : AsyncRequestHandler<EndRfqCommand>
{
    protected override async Task Handle(EndRfqCommand command, CancellationToken cancellationToken)
    {
        var rfq = await db.RfqOfBuyer(request.Actor, ProcurementPermissions.Request, command.RfqId, cancellationToken);
        var (now, reason, before) = (clock.UtcNow(), PlainText.Clean(command.Reason)!, rfq.State.ToString());
        if (command.Failed) rfq.Fail(reason, now);
        else rfq.Withdraw(reason, now);
        db.Audit.Add(AuditEntry.Of(request.Actor, now, command.Failed ? "procurement.rfq.fail" : "procurement.rfq.withdraw", rfq.Number, before, new { reason }));
        if (command.Failed || await db.RfqKeys.Where(x => x.RfqId == rfq.Id).Select(x => (Guid?)x.ShareId).FirstOrDefaultAsync(cancellationToken) is not { } share) return;
        db.AfterCommit(() => vault.Destroy(share));
    }
}
