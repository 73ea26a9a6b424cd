using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using ZhongFu.Platform.Web;

namespace ZhongFu.Gateway.Web;

/// <summary>What every page answer has in common: personal pages are kept by nobody, public ones are asked for again each time,
/// and a form is followed by a page that can be reloaded without sending it twice (303).</summary>
internal static class PageAnswers
{
    public static void UsePageAnswers(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var (http, response) = ((HttpContext)state, ((HttpContext)state).Response);
            if (response.StatusCode == StatusCodes.Status302Found && HttpMethods.IsPost(http.Request.Method)) response.StatusCode = StatusCodes.Status303SeeOther;
            var isPage = response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
            var isOpenPage = http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
            if (isPage) response.Headers.CacheControl = isOpenPage ? "no-cache" : "no-store";
            else if (http.Request.Path.StartsWithSegments("/api") && response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    /// <summary>A form whose token does not fit gets the error page, which says what to do, instead of the framework's bare line of text.</summary>
    public static void UseFormAnswers(this WebApplication app) => app.Use((context, next) =>
    {
        // The error page answers failed posts too: there is nothing left to protect.
        var isErrorPage = context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isErrorPage && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) throw new BadHttpRequestException("The form is out of date.", StatusCodes.Status400BadRequest);
        return next(context);
    });
}
