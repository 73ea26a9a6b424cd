using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Platform.Security;

/// <summary>How a guest is known again: a random cookie, of which only the hash is ever stored. It is given out when a guest first keeps
/// something (a cart line), never for looking.</summary>
public static class GuestKey
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "zf_guest";

    private const int SecretLength = 22; // 128 bits in base64url

    /// <summary>The key of the guest that the cookie names (<c>guest:...</c>), or null if there is none; also for a signed-in person who came as a guest.</summary>
    public static string? Read(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: SecretLength } secret && Base64Url.IsValid(secret) ? KeyOf(secret) : null;

    /// <summary>The actor of the request; a guest who has no cookie yet gets one with this answer.</summary>
    public static Actor Ensure(HttpContext context)
    {
        var request = context.RequestServices.GetRequiredService<RequestContext>();
        if (request.Actor.IsSignedIn || Read(context) is not null) return request.Actor;
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, secret, Options(context));
        return request.Actor = Guest(KeyOf(secret));
    }

    /// <summary>Takes the cookie back, once what the guest kept belongs to an account.</summary>
    public static void Forget(HttpContext context)
    {
        if (context.Request.Cookies.ContainsKey(Cookie)) context.Response.Cookies.Delete(Cookie, Options(context));
    }

    /// <summary>A guest with this key.</summary>
    public static Actor Guest(string key) => new(null, key, "guest", NoGrants);

    /// <summary>A guest without a cookie: nobody else has this key, so nothing kept under it can be read by another.</summary>
    public static Actor Stranger() => Guest($"guest:{Guid.NewGuid():N}");

    private static readonly Dictionary<string, Scope> NoGrants = [];

    private static string KeyOf(string secret) => "guest:" + Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(90), Path = "/",
    };
}
