using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Counter.ReturnGoods;

internal sealed class ReturnGoodsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/returns", Return)
        .WithSummary("Takes goods back, by receipt or with a manager").ToHolders(ShowroomPermissions.Sell).RequireIdempotencyKey();

    private static async Task<Created<RecordedReturn>> Return(ReturnGoodsCommand command, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await mediator.Send(command, cancellationToken));
}
