using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Counter.ListAccountBuyers;

internal sealed class ListAccountBuyersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/account-buyers", List)
        .WithSummary("The buyers that may take goods on account").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Ok<IReadOnlyList<BuyerOnAccount>>> List(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListAccountBuyersQuery(), cancellationToken));
}
