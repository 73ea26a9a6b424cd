using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ScanPayments;

/// <summary>How a payment by scan stands.</summary>
internal sealed record ReadScanPaymentQuery(Guid PaymentId) : IQuery<ScanPaymentNews>;

internal sealed class ReadScanPaymentHandler(ShowroomDb db) : IRequestHandler<ReadScanPaymentQuery, ScanPaymentNews>
{
    public async Task<ScanPaymentNews> Handle(ReadScanPaymentQuery request, CancellationToken cancellationToken) =>
        ScanPaymentNews.Of(await db.ScanPayments.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.PaymentId, cancellationToken) ?? throw new NotFound("The payment"));
}
