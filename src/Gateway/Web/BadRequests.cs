using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace ZhongFu.Gateway.Web;

/// <summary>Explains a request that could not be read, naming the field but none of our types.</summary>
internal static partial class BadRequests
{
    public static ProblemDetails Explain(BadHttpRequestException bad) => bad.StatusCode switch
    {
        413 => Problems.Make(413, "payload-too-large"),
        415 => Problems.Make(415, "unsupported-media-type"),
        400 when bad.InnerException is JsonException json => ExplainJson(json),
        400 when ParameterName().Match(bad.Message) is { Success: true } parameter =>
            Field(Problems.Make(400, "invalid"), parameter.Groups[1].Value, ProblemText.Of("parameter")),
        var status => Problems.Make(status, status == 400 ? "bad-request" : null),
    };

    private static ProblemDetails ExplainJson(JsonException json)
    {
        if (json.Message.Contains("missing required properties", StringComparison.Ordinal))
        {
            var missing = Quoted().Matches(json.Message[json.Message.IndexOf("including:", StringComparison.Ordinal)..]).ToDictionary(x => x.Groups[1].Value, _ => (string[])[ProblemText.Of("missing")]);
            return Problems.With(Problems.Make(400, "invalid"), "errors", missing);
        }
        var code = json.Message switch
        {
            var m when m.Contains("could not be mapped", StringComparison.Ordinal) => "unknown-field",
            var m when m.Contains("uplicate propert", StringComparison.Ordinal) => "repeated-field",
            var m when m.Contains("maximum", StringComparison.Ordinal) && m.Contains("depth", StringComparison.Ordinal) => "too-deep",
            var m when m.Contains("could not be converted", StringComparison.Ordinal) => "wrong-type",
            var m when m.Contains("doesn't allow null", StringComparison.Ordinal) => "null",
            _ => "broken-json",
        };
        var field = (json.Path ?? "$").TrimStart('$').TrimStart('.');
        return Field(Problems.Make(400, code), field.Length == 0 ? "body" : field, ProblemText.Of(code));
    }

    private static ProblemDetails Field(ProblemDetails problem, string field, string text) =>
        Problems.With(problem, "errors", new Dictionary<string, string[]> { [field] = [text] });

    [GeneratedRegex("""parameter "\S+ (\w+)" """)]
    private static partial Regex ParameterName();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
