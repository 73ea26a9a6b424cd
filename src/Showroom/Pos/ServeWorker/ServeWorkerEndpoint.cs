using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Pos.ServeWorker;

/// <summary>The till's service worker. It may answer for <c>/pos</c> itself, which lies above its own folder, so it needs a header no static file has.</summary>
internal sealed class ServeWorkerEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/pos/sw.js", Serve)
        .WithSummary("The service worker that keeps the till working without a link").ToEveryone();

    private static ContentHttpResult Serve(TillShell shell, HttpResponse response)
    {
        response.Headers["Service-Worker-Allowed"] = "/pos";
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(shell.Worker, "text/javascript; charset=utf-8");
    }
}
