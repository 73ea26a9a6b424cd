using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ScanPayments.QuestionScanPayment;

/// <summary>Asks the payment provider how a payment stands (查询结果); the answer comes by the stream.</summary>
internal sealed record QuestionScanPaymentCommand(Guid PaymentId) : ICommand<ScanPaymentNews>;

internal sealed class QuestionScanPaymentHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<QuestionScanPaymentCommand, ScanPaymentNews>
{
    public async Task<ScanPaymentNews> Handle(QuestionScanPaymentCommand request, CancellationToken cancellationToken)
    {
        var payment = await db.ScanPayments.FirstOrDefaultAsync(x => x.Id == request.PaymentId, cancellationToken) ?? throw new Platform.Domain.NotFound("The payment");
        payment.Question(clock.UtcNow());
        return ScanPaymentNews.Of(payment);
    }
}

internal sealed class QuestionScanPaymentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/scan-payments/{id:guid}/questions", Ask)
        .WithSummary("Asks the payment provider how a payment stands").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Accepted<ScanPaymentNews>> Ask(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Accepted($"/api/showroom/scan-payments/{id}", await mediator.Send(new QuestionScanPaymentCommand(id), cancellationToken));
}
