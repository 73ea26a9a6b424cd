using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Cabinets.HearDevice;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>Doors that only devices may use: <c>Authorization: Device zfd_…</c>.</summary>
internal static class DeviceDoor
{
    public const string Scheme = "Device";
    public const string CabinetClaim = "device-cabinet";
    public const string KeyClaim = "device-key";

    private static readonly AuthorizationPolicy Policy = new AuthorizationPolicyBuilder(Scheme).RequireClaim(CabinetClaim).Build();

    /// <summary>Open to devices that show a key which holds; people's sessions do not count here. Who calls is heard.</summary>
    public static RouteHandlerBuilder ToDevices(this RouteHandlerBuilder route) => route.RequireAuthorization(Policy).AddEndpointFilter(Hear);

    private static async ValueTask<object?> Hear(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (http, services) = (call.HttpContext, call.HttpContext.RequestServices);
        if (http.Features.Get<Cabinet>() is { } cabinet && HearDeviceCommand.IsNews(cabinet, services.GetRequiredService<TimeProvider>().UtcNow()))
            await services.GetRequiredService<IMediator>().Send(new HearDeviceCommand(cabinet.Id), http.RequestAborted);
        return await next(call);
    }

    public static Guid CabinetOf(ClaimsPrincipal device) => Guid.Parse(device.FindFirstValue(CabinetClaim)!);

    public static Guid KeyOf(ClaimsPrincipal device) => Guid.Parse(device.FindFirstValue(KeyClaim)!);
}
