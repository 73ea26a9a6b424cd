using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.ScanPayments.StartScanPayment;

/// <summary>A till asks to be paid by scan. What it asked before and nobody has paid is called off: a till serves one customer at a time.</summary>
/// <param name="Site">Scheme and host the till came by; the customer's phone finds the platform there.</param>
internal sealed record StartScanPaymentCommand(string DeviceId, long AmountFen, string Site) : ICommand<ScanPaymentNews>;

internal sealed class StartScanPaymentValidator : AbstractValidator<StartScanPaymentCommand>
{
    public StartScanPaymentValidator()
    {
        RuleFor(x => x.DeviceId).NotEmpty().Matches("^[A-Za-z0-9-]{4,64}$");
        RuleFor(x => x.AmountFen).InclusiveBetween(1, 5_000_000);
        RuleFor(x => x.Site).NotEmpty().MaximumLength(200);
    }
}

internal sealed class StartScanPaymentHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<StartScanPaymentCommand, ScanPaymentNews>
{
    public async Task<ScanPaymentNews> Handle(StartScanPaymentCommand request, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.UtcNow(), context.Actor);
        var till = await Till.TakeTurn(db, request.DeviceId, now, cancellationToken);
        var before = await db.ScanPayments.Where(x => x.DeviceId == till.DeviceId && (x.State == ScanPaymentState.Asked || x.State == ScanPaymentState.Open)).ToListAsync(cancellationToken);
        foreach (var other in before) other.Drop("replaced", now);
        var payment = ScanPayment.Ask(till, actor.Key, actor.Name, request.AmountFen, request.Site, now);
        db.Add(payment);
        return ScanPaymentNews.Of(payment);
    }
}
