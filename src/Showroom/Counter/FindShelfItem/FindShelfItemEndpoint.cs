using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Counter.FindShelfItem;

internal sealed class FindShelfItemEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/shelf-items", Find)
        .WithSummary("The SKU behind a scanned barcode or an article code").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Ok<FoundShelfItem>> Find(string code, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new FindShelfItemQuery(code.Trim()), cancellationToken));
}
