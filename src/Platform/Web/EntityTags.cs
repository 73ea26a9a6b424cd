using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ZhongFu.Platform.Web;

/// <summary>Whether the caller has an answer already (RFC 9110, 13.1.2).</summary>
public static class EntityTags
{
    /// <summary>Whether <c>If-None-Match</c> names this tag: alone, in a list, as a weak one (<c>W/</c>, as proxies that compress make it), or by <c>*</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tag">The tag in its quotes.</param>
    public static bool Has(this HttpRequest request, string tag)
    {
        var shown = request.Headers.IfNoneMatch;
        if (shown.Count == 0 || !EntityTagHeaderValue.TryParseList(shown, out var tags)) return false;
        var mine = EntityTagHeaderValue.Parse(tag);
        return tags.Any(x => x.Equals(EntityTagHeaderValue.Any) || x.Compare(mine, useStrongComparison: false));
    }
}
