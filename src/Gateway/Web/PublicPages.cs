using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using ZhongFu.Platform.Web;

namespace ZhongFu.Gateway.Web;

/// <summary>Answers public pages from memory, already compressed: one rendering for everybody until what they show has changed.</summary>
internal sealed class PublicPages(IEnumerable<ICacheVersion> versions) : IOutputCachePolicy
{
    private readonly ICacheVersion[] versions = [.. versions];

    public static void AddTo(IServiceCollection services)
    {
        services.AddOutputCache(options =>
        {
            options.SizeLimit = 64 * 1024 * 1024;
            options.MaximumBodySize = 512 * 1024;
        });
        // With the versions in hand an answer from memory needs no service scope of its own.
        services.AddOptions<OutputCacheOptions>().Configure<IEnumerable<ICacheVersion>>((options, versions) => options.AddBasePolicy(new PublicPages(versions)));
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // antiforgery tokens are masked anew for each page, so compression does not tell their bytes
            options.MimeTypes = ["text/html", "application/json", "application/problem+json", "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/manifest+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Fastest);
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var cacheable = http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null
            && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.Request.QueryString.Value is not { Length: > 500 };
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = cacheable;
        if (!cacheable) return ValueTask.CompletedTask;

        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(5);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["page"] = Variant(http);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Only whole pages that were given to nobody in particular.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Everything but the address that makes one prepared page differ from another.</summary>
    private string Variant(HttpContext http)
    {
        var (preferences, version) = (PagePreferences.Of(http.Request), 0L);
        foreach (var one in versions) version = unchecked(version * 1_000_003 + one.Version);
        return string.Create(CultureInfo.InvariantCulture, $"{preferences.Language},{preferences.Theme},{preferences.Font},{Encoding(http.Request.Headers.AcceptEncoding.ToString())},{version},{(http.Request.IsHttps ? 's' : ' ')}");
    }

    /// <summary>Which of the three stored forms of the body answers this header. Weights are rare: such requests share a form of their own per header.</summary>
    private static string Encoding(string accepted) =>
        accepted.Contains(';', StringComparison.Ordinal) || accepted.Contains('*', StringComparison.Ordinal) ? accepted[..Math.Min(accepted.Length, 100)]
        : accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
}
