using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Gateway.Web;

/// <summary>From an exception to the problem document (RFC 9457) that the caller may read. No text of the database or of the framework gets through.</summary>
internal static class Problems
{
    public static ProblemDetails Of(Exception exception) => exception switch
    {
        RuleBroken broken => With(Make(409, broken.Code, broken.Message), "details", broken.Details),
        NotFound => Make(404, "not-found"),
        Forbidden => Make(403, "forbidden"),
        NotSignedIn refused => Make(401, refused.Code),
        ValidationException invalid => With(Make(400, "invalid"), "errors", ByField(invalid, _ => null)),
        BadIdempotencyKey bad => Make(400, bad.Code),
        IdempotencyKeyReused => Make(422, "idempotency-key-reused"),
        BadHttpRequestException bad => BadRequests.Explain(bad),
        DbUpdateConcurrencyException => Make(409, "conflict"),
        DbUpdateException { InnerException: DbException cause } when IsTaken(cause) => Make(409, "conflict"),
        _ when CannotBeKept(exception) => Make(400, "invalid", ProblemText.Of("text-not-kept")),
        _ when IsStorageAway(exception) => Make(503, "storage-unavailable"),
        _ => Make(500, "internal"),
    };

    /// <summary>A problem with a code of its own, or that of its status; it says what <see cref="ProblemText"/> says of the code, unless told otherwise.</summary>
    public static ProblemDetails Make(int status, string? code = null, string? detail = null)
    {
        code ??= ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-');
        return new ProblemDetails { Status = status, Title = TitleOf(status), Detail = detail ?? ProblemText.Find(code), Extensions = { ["code"] = code } };
    }

    public static ProblemDetails With(ProblemDetails problem, string name, object? value)
    {
        if (value is not null) problem.Extensions[name] = value;
        return problem;
    }

    /// <summary>Adds what links the answer to our records: the trace for programs, a short number for people to read out.</summary>
    public static void Complete(HttpContext context, ProblemDetails problem)
    {
        var status = problem.Status ?? context.Response.StatusCode;
        if (!problem.Extensions.TryGetValue("code", out var code) || code is null) problem.Extensions["code"] = code = Make(status).Extensions["code"];
        if (problem.Title is null || problem.Title == ReasonPhrases.GetReasonPhrase(status)) problem.Title = TitleOf(status);
        problem.Type = $"urn:zhongfu:problem:{code}";
        problem.Instance = PageRequest.PathOf(context);
        problem.Extensions["traceId"] = TraceId(context);
        problem.Extensions["reference"] = Reference(context);
    }

    private static string TitleOf(int status) => ProblemText.Find($"Title{status}") ?? ReasonPhrases.GetReasonPhrase(status);

    /// <summary>For example <c>7F3A-21</c>; written next to the error in the log.</summary>
    public static string Reference(HttpContext context)
    {
        var trace = TraceId(context);
        return $"{trace[^6..^2]}-{trace[^2..]}".ToUpperInvariant();
    }

    private static string TraceId(HttpContext context)
    {
        if (Activity.Current?.TraceId.ToHexString() is { } trace) return trace;
        return context.Items.TryGetValue(nameof(TraceId), out var made) ? (string)made! : (string)(context.Items[nameof(TraceId)] = Guid.NewGuid().ToString("N"));
    }

    /// <summary>The messages of each field. What the module's texts say of a refusal's own code (dotted, as those of rules), or of its plain English words, comes before these words.</summary>
    public static Dictionary<string, string[]> ByField(ValidationException invalid, Func<string, string?> textOf) =>
        invalid.Errors.GroupBy(x => CamelCase(x.PropertyName))
            .ToDictionary(x => x.Key, x => x.Select(error => (error.ErrorCode?.Contains('.') == true ? textOf(error.ErrorCode) : null) ?? textOf(error.ErrorMessage) ?? error.ErrorMessage).Distinct().ToArray());

    /// <summary><c>Lines[0].Quantity</c> becomes <c>lines[0].quantity</c>: the name the caller used.</summary>
    private static string CamelCase(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>A unique key was there already.</summary>
    private static bool IsTaken(DbException cause) =>
        cause is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or SqlException { Number: 2627 or 2601 } || cause.SqlState == "23505";

    /// <summary>PostgreSQL takes no NUL in a text, neither to store nor to look for.</summary>
    private static bool CannotBeKept(Exception exception) =>
        exception is DbException { SqlState: "22021" } || (exception is DbUpdateException or InvalidOperationException && exception.InnerException is { } inner && CannotBeKept(inner));

    /// <summary>Busy, full, unreadable or not reachable: nothing the caller did.</summary>
    private static bool IsStorageAway(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } || exception is DbException { IsTransient: true }
        || (exception.InnerException is { } inner && exception is DbUpdateException or InvalidOperationException && inner is not null && IsStorageAway(inner));
}
