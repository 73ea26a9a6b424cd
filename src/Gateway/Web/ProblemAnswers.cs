using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Gateway.Web;

/// <summary>The one place where a failed request gets its answer: problem documents for programs, error pages for people.</summary>
internal sealed class ProblemAnswers(RuleTexts rules, ILogger<ProblemAnswers> log) : IExceptionHandler
{
    private const string ErrorPage = "/error";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        Preferences.Speak(context); // the handler stands outside of what chose the language
        var problem = Problems.Of(exception);
        if (exception is RuleBroken broken && rules.Find(broken.Code) is { } said) problem.Detail = said;
        if (exception is ValidationException invalid) problem.Extensions["errors"] = Problems.ByField(invalid, rules.Find);
        if (problem.Status >= 500) log.LogError(exception, "Request {Method} {Path} failed, reference {Reference}", context.Request.Method, PageRequest.PathOf(context).Value, Problems.Reference(context));
        if (problem.Status == 503) context.Response.Headers.RetryAfter = "5";
        if (PageRequest.Is(context.Request))
        {
            RunsAgain(context);
            return false; // the handler runs the request again as the error page, with the status chosen below
        }
        await Write(context, problem);
        return true;
    }

    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = ErrorPage,
            AllowStatusCode404Response = true,
            CreateScopeForErrors = true, // a page that failed has used its scope up: the error page needs a fresh one
            StatusCodeSelector = exception => Problems.Of(exception).Status ?? 500,
            SuppressDiagnosticsCallback = _ => true, // logged above, once, and only what is our fault
        });
        app.UseStatusCodePages(Answer);
    }

    /// <summary>Answers that are only a status so far: unknown addresses, wrong methods, refusals.</summary>
    private static async Task Answer(StatusCodeContext status)
    {
        var context = status.HttpContext;
        if (!PageRequest.Is(context.Request))
        {
            Preferences.Speak(context);
            await Write(context, Problems.Make(context.Response.StatusCode));
            return;
        }
        RunsAgain(context);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = ErrorPage;
        context.Request.Method = HttpMethods.Get;
        await status.Next(context);
    }

    /// <summary>Without this a page that answers 404 stays empty, so that somebody else may render "not found": but the error page is that somebody.</summary>
    private static void RunsAgain(HttpContext context) => context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
    {
        OriginalPath = context.Request.Path, OriginalQueryString = context.Request.QueryString.Value, OriginalPathBase = context.Request.PathBase,
    });

    private static Task Write(HttpContext context, Microsoft.AspNetCore.Mvc.ProblemDetails problem)
    {
        Problems.Complete(context, problem);
        return TypedResults.Problem(problem).ExecuteAsync(context);
    }
}
