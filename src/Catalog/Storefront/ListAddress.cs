using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ZhongFu.Catalog.Storefront;

/// <summary>Address of a list page: links keep what was chosen and change one thing.</summary>
internal sealed class ListAddress(HttpRequest request)
{
    private static readonly string[] Kept = ["q", "kind", "county", "tag", "band", "season", "inStock", "sort", "page"];

    /// <summary>What is chosen for a name; empty if nothing is.</summary>
    public string Chosen(string name) => request.Query[name].ToString();

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Kept.Any(name => name is not ("sort" or "page") && Chosen(name).Length > 0);

    /// <summary>The same list with this value instead; without, if it is null. Starts at the first page again.</summary>
    public string With(string name, string? value)
    {
        var query = new QueryBuilder();
        foreach (var key in Kept)
        {
            var text = key == name ? value ?? "" : key == "page" ? "" : Chosen(key);
            if (text.Length > 0) query.Add(key, text);
        }
        return request.Path + query.ToString();
    }
}
