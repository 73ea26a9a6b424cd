using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using ZhongFu.Gateway.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Gateway.Web;

/// <summary>The API described for programs (<c>/openapi/v1.json</c>) and for people (<c>/api-docs</c>).</summary>
internal static partial class ApiDescription
{
    private const string Bearer = "Bearer";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "ZhongFu API", Version = "v1",
                Description = "Money is in fen, weight in grams, time in UTC. Errors are problem documents (RFC 9457) with a stable `code`, the `traceId`, and a short `reference` to quote to the help desk.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The access token from POST /api/identity/login." };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Complete);
    });

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous().CacheOutput(policy => policy.Expire(TimeSpan.FromHours(1)));
        app.MapScalarApiReference(Headers.ApiPage, options =>
        {
            // Everything comes from this host: no fonts, proxies, assistants or counters of others.
            options.DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools();
            options.WithTitle("ZhongFu API").WithDynamicBaseServerUrl(true);
        }).AllowAnonymous();
    }

    /// <summary>Adds what is the same for every operation and is seen from its route: who may call it, its key, and how it refuses.</summary>
    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var marks = context.Description.ActionDescriptor.EndpointMetadata;
        var permission = marks.OfType<IAuthorizeData>().Select(x => x.Policy?.Split(':')[^1]).FirstOrDefault(x => x is not null);
        var signedIn = marks.OfType<IAuthorizeData>().Any() && !marks.OfType<IAllowAnonymous>().Any();
        operation.Summary ??= Words(marks.OfType<System.Reflection.MethodInfo>().FirstOrDefault()?.DeclaringType?.Name ?? context.Description.RelativePath!);
        operation.Description ??= permission is null ? signedIn ? "For any signed-in person." : "Open to everyone." : $"Needs the permission `{permission}`.";
        if (signedIn) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        if (marks.OfType<IdempotencyKeyRequired>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyDoor.Header, In = ParameterLocation.Header, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
                Description = "Repeat the call with the same key after a time-out: it is done once, and the first answer comes again.",
            });
        }
        foreach (var (status, meaning) in Refusals(signedIn, permission is not null, context.Description.HttpMethod is not "GET", context.Description.RelativePath!.Contains('{', StringComparison.Ordinal)))
            (operation.Responses ??= []).TryAdd(status, new OpenApiResponse { Description = meaning, Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() } });
        return Task.CompletedTask;
    }

    private static IEnumerable<(string Status, string Meaning)> Refusals(bool signedIn, bool permission, bool changes, bool names)
    {
        yield return ("400", "The request cannot be read or a field is not valid; `errors` names the fields.");
        if (signedIn) yield return ("401", "Not signed in, or the token has run out.");
        if (permission) yield return ("403", "The permission is missing.");
        if (names) yield return ("404", "Not there, or not yours.");
        if (changes) yield return ("409", "A rule says no; `code` says which, `details` holds the facts.");
        if (changes) yield return ("422", "The Idempotency-Key was used for another request.");
        yield return ("429", "Too many requests; `Retry-After` says when to come back.");
    }

    /// <summary><c>PlaceOrderEndpoint</c> becomes <c>Place order</c>.</summary>
    private static string Words(string type)
    {
        var words = Capital().Replace(type.Replace("Endpoint", "", StringComparison.Ordinal), " $1").Trim().ToLowerInvariant();
        return words.Length == 0 ? type : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capital();
}
