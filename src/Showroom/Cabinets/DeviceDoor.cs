using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>Doors that only devices may use: <c>Authorization: Device zfd_…</c>.</summary>
internal static class DeviceDoor
{
    public const string Scheme = "Device";
    public const string CabinetClaim = "device-cabinet";
    public const string KeyClaim = "device-key";

    private static readonly AuthorizationPolicy Policy = new AuthorizationPolicyBuilder(Scheme).RequireClaim(CabinetClaim).Build();

    /// <summary>Open to devices that show a key which holds; people's sessions do not count here.</summary>
    public static TBuilder ToDevices<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(Policy);

    public static Guid CabinetOf(ClaimsPrincipal device) => Guid.Parse(device.FindFirstValue(CabinetClaim)!);

    public static Guid KeyOf(ClaimsPrincipal device) => Guid.Parse(device.FindFirstValue(KeyClaim)!);
}
