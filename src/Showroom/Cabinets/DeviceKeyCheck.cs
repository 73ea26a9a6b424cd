using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ui;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>Looks at the key a device shows. The key is never written anywhere; an unknown, an expired and a revoked one get the same answer.</summary>
internal sealed class DeviceKeyCheck(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ShowroomDb db, RequestContext request, TimeProvider clock, DevicePace pace)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private TimeSpan? wait;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Request.Headers.Authorization.ToString();
        if (!shown.StartsWith(DeviceDoor.Scheme + " ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await Find(shown[(DeviceDoor.Scheme.Length + 1)..].Trim()) is not { } found)
        {
            // Counted only here: one device with a wrong key must not silence those that share its address.
            wait = pace.OfStranger(Context.Connection.RemoteIpAddress?.ToString() ?? "");
            return AuthenticateResult.Fail("Not a key that holds.");
        }
        if ((wait = pace.OfDevice(found.Cabinet.Id)) is not null) return AuthenticateResult.Fail("Too fast.");

        Context.Features.Set(found.Cabinet);
        request.Actor = new Actor(null, $"device:{found.Cabinet.Id:N}", found.Cabinet.Code, new Dictionary<string, Scope>());
        var device = new ClaimsIdentity([new(DeviceDoor.CabinetClaim, found.Cabinet.Id.ToString()), new(DeviceDoor.KeyClaim, found.Key.Id.ToString())], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(device), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var code = wait is null ? "device.key-refused" : "device.too-fast";
        if (wait is { } pause) Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        else Response.Headers.WWWAuthenticate = DeviceDoor.Scheme;
        var texts = Context.RequestServices.GetRequiredService<IStringLocalizer<ShowroomRuleText>>();
        var status = wait is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests;
        await TypedResults.Problem(texts[code], statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(Context);
    }

    private async Task<(Cabinet Cabinet, DeviceKey Key)?> Find(string shown)
    {
        if (DeviceKey.IdOf(shown) is not { } id) return null;
        var key = await db.DeviceKeys.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, Context.RequestAborted);
        if (key is null || !key.Is(shown) || !key.Opens(clock.UtcNow())) return null;
        return await db.Cabinets.AsNoTracking().FirstOrDefaultAsync(x => x.Id == key.CabinetId, Context.RequestAborted) is { } cabinet ? (cabinet, key) : null;
    }
}
