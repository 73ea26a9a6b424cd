using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ZhongFu.Gateway.Web;

/// <summary>JSON is read strictly: what we do not know, cannot hold or would have to guess is refused.</summary>
internal static class JsonRules
{
    public static void AddJsonRules(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(http =>
        {
            var json = http.SerializerOptions;
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.AllowDuplicateProperties = false;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.MaxDepth = 32;
            json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All); // Chinese as it is: a third of the bytes of \u escapes
            json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }
}
