using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Cabinets.ReadPlan;

internal sealed class ReadPlanEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/cabinets/plan", Read)
        .WithSummary("The calling device's planogram and prices; with If-None-Match 304 while nothing has changed").ToDevices();

    private static async Task<Results<Ok<CabinetPlan>, StatusCodeHttpResult>> Read(ClaimsPrincipal device, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var plan = await mediator.Send(new ReadPlanQuery(DeviceDoor.CabinetOf(device)), cancellationToken);
        var tag = plan.Tag();
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Request.Has(tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(plan);
    }
}
