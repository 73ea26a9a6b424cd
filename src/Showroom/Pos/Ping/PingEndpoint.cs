using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Pos.Ping;

/// <summary>The till's heartbeat. Open to all: that a session has ended must not look like a broken link.</summary>
internal sealed class PingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/pos/api/ping", Answer)
        .WithSummary("Says that the server is there, and what time it has").ToEveryone();

    private static Ok<Pong> Answer(TimeProvider clock, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Pong(clock.GetUtcNow().UtcDateTime));
    }

    private sealed record Pong(DateTime At);
}
