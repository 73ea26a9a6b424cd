using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace ZhongFu.Gateway.Web;

/// <summary>Explains a request that could not be read, naming the field but none of our types.</summary>
internal static partial class BadRequests
{
    public static ProblemDetails Explain(BadHttpRequestException bad) => bad.StatusCode switch
    {
        413 => Problems.Make(413, "payload-too-large", "The request is larger than this address takes."),
        415 => Problems.Make(415, "unsupported-media-type", "Send JSON in UTF-8 with content type application/json."),
        400 when bad.InnerException is JsonException json => ExplainJson(json),
        400 when ParameterName().Match(bad.Message) is { Success: true } parameter =>
            Field(Problems.Make(400, "invalid", "A parameter is missing or has a value of the wrong type."), parameter.Groups[1].Value, "Missing, or of the wrong type."),
        var status => Problems.Make(status, status == 400 ? "bad-request" : null, "The request could not be read."),
    };

    private static ProblemDetails ExplainJson(JsonException json)
    {
        if (json.Message.Contains("missing required properties", StringComparison.Ordinal))
        {
            var missing = Quoted().Matches(json.Message[json.Message.IndexOf("including:", StringComparison.Ordinal)..]).ToDictionary(x => x.Groups[1].Value, _ => (string[])["This field is required."]);
            return Problems.With(Problems.Make(400, "invalid", "Some fields are missing."), "errors", missing);
        }
        var (code, text) = json.Message switch
        {
            var m when m.Contains("could not be mapped", StringComparison.Ordinal) => ("unknown-field", "This field is not known here."),
            var m when m.Contains("uplicate propert", StringComparison.Ordinal) => ("repeated-field", "This field appears twice."),
            var m when m.Contains("maximum", StringComparison.Ordinal) && m.Contains("depth", StringComparison.Ordinal) => ("too-deep", "The JSON is nested too deeply."),
            var m when m.Contains("could not be converted", StringComparison.Ordinal) => ("wrong-type", "The value has the wrong type or is out of range."),
            var m when m.Contains("doesn't allow null", StringComparison.Ordinal) => ("null", "This field must not be null."),
            _ => ("broken-json", "The JSON is broken here."),
        };
        var field = (json.Path ?? "$").TrimStart('$').TrimStart('.');
        return Field(Problems.Make(400, code, text), field.Length == 0 ? "body" : field, text);
    }

    private static ProblemDetails Field(ProblemDetails problem, string field, string text) =>
        Problems.With(problem, "errors", new Dictionary<string, string[]> { [field] = [text] });

    [GeneratedRegex("""parameter "\S+ (\w+)" """)]
    private static partial Regex ParameterName();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
