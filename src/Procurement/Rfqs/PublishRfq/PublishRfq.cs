using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Rfqs.PublishRfq;

/// <summary>Asks the invited cooperatives. The key pair that seals their quotes is made here.</summary>
internal sealed record PublishRfqCommand(Guid RfqId) : ICommand<PublishedRfq>;

/// <summary>Until when they may quote, UTC.</summary>
internal sealed record PublishedRfq(Guid Id, string Number, DateTime Deadline);

internal sealed class PublishRfqHandler(ProcurementDb db, SealVault vault, RequestContext request, TimeProvider clock) : IRequestHandler<PublishRfqCommand, PublishedRfq>
{
    public async Task<PublishedRfq> Handle(PublishRfqCommand command, CancellationToken cancellationToken)
    {
        var rfq = await db.RfqOfBuyer(request.Actor, ProcurementPermissions.Request, command.RfqId, cancellationToken);
        var now = clock.UtcNow();
        rfq.Publish(now);
        db.Add(vault.Make(rfq.Id, rfq.Deadline));
        db.Audit.Add(AuditEntry.Of(request.Actor, now, "procurement.rfq.publish", rfq.Number, after: new { rfq.Deadline, invited = await db.RfqInvitations.CountAsync(x => x.RfqId == rfq.Id, cancellationToken) }));
        return new PublishedRfq(rfq.Id, rfq.Number, rfq.Deadline);
    }
}
