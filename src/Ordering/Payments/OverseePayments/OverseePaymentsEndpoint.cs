using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Payments.OverseePayments;

internal sealed class OverseePaymentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/ordering/payments", Handle).ToHolders(OrderingPermissions.Refund).WithSummary("Payments with problems and refunds that do not stand yet");

    private static async Task<Ok<PaymentsOverview>> Handle(IMediator mediator, CancellationToken cancellationToken, string? number = null) =>
        TypedResults.Ok(await mediator.Send(new OverseePaymentsQuery(number), cancellationToken));
}
