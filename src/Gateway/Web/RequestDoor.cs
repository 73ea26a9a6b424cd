using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Web;

namespace ZhongFu.Gateway.Web;

/// <summary>What is checked of a request before anything looks inside it: that the address exists, the size, the idempotency key.</summary>
internal static class RequestDoor
{
    public const long LargestBody = 1024 * 1024;

    /// <summary>Whoever answers GET answers HEAD (RFC 9110): monitors and previews of links ask so. The server leaves the body out; streams have no end to wait for.</summary>
    public static void UseHeadAsGet(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method) && !context.Request.Path.StartsWithSegments("/live")) context.Request.Method = HttpMethods.Get;
        return next(context);
    });

    public static void UseRequestDoor(this WebApplication app) => app.Use(async (context, next) =>
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            // Answered here: further in, a missing page would be told from a forbidden one by a request to sign in.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (endpoint is not RouteEndpoint && endpoint.RequestDelegate is { } refusal)
        {
            await refusal(context); // routing's own answers: 405, 415
            return;
        }
        var largest = endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LargestBody;
        if (context.Request.ContentLength > largest) throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
        if (!IsUtf8(context.Request)) throw new BadHttpRequestException("Not UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        if (context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal)) context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        TakeIdempotencyKey(context, endpoint);
        await next(context);
    });

    /// <summary>JSON is UTF-8 (RFC 8259), and so are our forms; a charset that nobody knows would fail only inside the reader.</summary>
    private static bool IsUtf8(HttpRequest request) =>
        request.GetTypedHeaders().ContentType is not { Charset: { HasValue: true } charset } || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static void TakeIdempotencyKey(HttpContext context, Endpoint endpoint)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return;
        if (context.Request.Headers.TryGetValue(IdempotencyDoor.Header, out var values))
        {
            if (values.Count != 1 || !IdempotencyDoor.IsKey(values[0]!)) throw new BadIdempotencyKey("idempotency-key-invalid", "Idempotency-Key must be 1 to 100 visible ASCII characters, once.");
            context.RequestServices.GetRequiredService<RequestContext>().IdempotencyKey = values[0];
        }
        else if (endpoint.Metadata.GetMetadata<IdempotencyKeyRequired>() is not null)
        {
            throw new BadIdempotencyKey("idempotency-key-required", "This call moves money or goods: send an Idempotency-Key header, and the same one when you try again.");
        }
    }
}

/// <summary>The <c>Idempotency-Key</c> is missing where it is needed, or cannot be one. Answered 400.</summary>
internal sealed class BadIdempotencyKey(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
