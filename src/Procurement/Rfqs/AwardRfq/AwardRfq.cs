using FluentValidation;
using MediatR;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Rfqs.AwardRfq;

/// <summary>Gives each line to one of its quotes (定标). Who wrote the request, or is that person's deputy, does not decide it.</summary>
/// <param name="RfqId">The request.</param>
/// <param name="Lines">The lines that are given, each once; the others are given to nobody.</param>
internal sealed record AwardRfqCommand(Guid RfqId, IReadOnlyList<LineAward> Lines) : ICommand<RfqAwardResult>;

/// <summary>One line.</summary>
/// <param name="Line">Its number.</param>
/// <param name="SupplierId">Whose quote.</param>
/// <param name="Reason">Needed when another quote is lower; at most 200 characters.</param>
internal sealed record LineAward(int Line, Guid SupplierId, string? Reason = null);

/// <summary>What was given, fen.</summary>
internal sealed record RfqAwardResult(int Lines, long TotalFen);

internal sealed class AwardRfqValidator : AbstractValidator<AwardRfqCommand>
{
    public AwardRfqValidator()
    {
        RuleFor(x => x.Lines).NotEmpty().Must(x => x is null || x.All(line => line is not null) && x.Select(line => line.Line).Distinct().Count() == x.Count).WithMessage("Each line once.");
        RuleForEach(x => x.Lines).ChildRules(line => line.RuleFor(x => x.Reason).MaximumLength(200));
    }
}

internal sealed class AwardRfqHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<AwardRfqCommand, RfqAwardResult>
{
    public async Task<RfqAwardResult> Handle(AwardRfqCommand command, CancellationToken cancellationToken)
    {
        var (actor, now, today) = (request.Actor, clock.UtcNow(), clock.Today());
        var rfq = await db.RfqOfBuyer(actor, ProcurementPermissions.Approve, command.RfqId, cancellationToken);
        await Duties.MustDiffer(db, rfq.BuyerId, rfq.RequestedBy, actor.UserId!.Value, today, cancellationToken);
        rfq.MustWaitForAward();
        var quotes = (await db.Opened(rfq.Id, cancellationToken)).Where(x => x.Counts && x.IsSound).ToList();
        var given = command.Lines.OrderBy(x => x.Line).Select(x => Give(rfq, quotes, x, today)).ToList();
        rfq.Award(given, actor.UserId.Value, actor.Name, now);
        db.AddRange(given);
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.rfq.award", rfq.Number, after: given.Select(x => new { x.Line, x.SupplierId, x.Quantity, x.UnitPriceFen, x.LowestFen, x.Reason })));
        return new RfqAwardResult(given.Count, given.Sum(x => x.Quantity * x.UnitPriceFen));
    }

    private static AwardedLine Give(Rfq rfq, IReadOnlyList<OpenedQuote> quotes, LineAward award, DateOnly today)
    {
        var asked = rfq.Lines.FirstOrDefault(x => x.Line == award.Line) ?? throw new RuleBroken("rfq.no-line", "The request has no such line.", new { line = award.Line });
        var quote = quotes.FirstOrDefault(x => x.SupplierId == award.SupplierId);
        var line = quote?.Lines.FirstOrDefault(x => x.Line == award.Line) ?? throw new RuleBroken("rfq.not-quoted", "This cooperative did not quote for the line.", new { line = award.Line });
        if (quote.ValidUntil < today) throw new RuleBroken("rfq.expired", "The quote is no longer valid.", new { line = award.Line, validUntil = quote.ValidUntil });
        var lowest = quotes.Where(x => x.ValidUntil >= today).SelectMany(x => x.Lines).Where(x => x.Line == award.Line).Min(x => x.UnitPriceFen);
        var reason = PlainText.Clean(award.Reason);
        if (line.UnitPriceFen > lowest && reason is null) throw new RuleBroken("rfq.reason-needed", "Another than the lowest quote needs a reason.", new { line = award.Line, lowestFen = lowest });
        return new AwardedLine(rfq.Id, award.Line, award.SupplierId, quote.Revision, line.SkuId, Math.Min(asked.Quantity, line.Quantity), line.UnitPriceFen, lowest, reason);
    }
}
