using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Cabinets.IssueKey;

internal sealed class IssueKeyEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/cabinets/{cabinet}/keys", Issue)
        .WithSummary("Gives a cabinet a new device key, shown this once; a former key goes on for a day").ToHolders(ShowroomPermissions.ManageDevices);

    private static async Task<Created<FreshKey>> Issue(string cabinet, IMediator mediator, HttpResponse response, CancellationToken cancellationToken)
    {
        var issued = await mediator.Send(IssueKeyCommand.Of(cabinet, out var secret), cancellationToken);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/ops/devices/{issued.Cabinet}", new FreshKey(issued.KeyId, secret, issued.Cabinet, issued.IssuedAt, issued.FormerUntil));
    }

    private sealed record FreshKey(Guid KeyId, string Key, string Cabinet, DateTime IssuedAt, DateTime? FormerUntil);
}
