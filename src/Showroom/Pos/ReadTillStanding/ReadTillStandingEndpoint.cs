using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Pos.ReadTillStanding;

internal sealed class ReadTillStandingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/till", Read)
        .WithSummary("A till's number and open shift, and leave to open the next one without a link").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Ok<TillStanding>> Read(string deviceId, HttpResponse response, IMediator mediator, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await mediator.Send(new ReadTillStandingQuery(deviceId), cancellationToken));
    }
}
