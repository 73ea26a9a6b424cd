using System.Security.Claims;
using System.Threading.RateLimiting;

namespace ZhongFu.Gateway.Security;

/// <summary>How often one person or one address may ask. <c>RateLimits:Enabled</c> switches all of them off, for load tests.</summary>
internal static class RateLimits
{
    /// <summary>Signing in, by address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Opening accounts, by address.</summary>
    public const string Register = "register";

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        var enabled = configuration.GetValue("RateLimits:Enabled", true);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejection, _) =>
        {
            var wait = rejection.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            rejection.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => enabled ? Everything(context) : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(SignIn, context => enabled && !HttpMethods.IsGet(context.Request.Method) ? PerMinute(context, 30) : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(Register, context => enabled && !HttpMethods.IsGet(context.Request.Method) ? PerMinute(context, 10) : RateLimitPartition.GetNoLimiter(""));
    });

    /// <summary>Room for a fast page with its pictures, or a till at rush hour; not for a scraper.</summary>
    private static RateLimitPartition<string> Everything(HttpContext context) => RateLimitPartition.GetTokenBucketLimiter(
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context),
        _ => new TokenBucketRateLimiterOptions { TokenLimit = 300, TokensPerPeriod = 50, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        Address(context), _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
