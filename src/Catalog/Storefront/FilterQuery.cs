using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using ZhongFu.Catalog.Showcase;

namespace ZhongFu.Catalog.Storefront;

/// <summary>Reads what a browser or a program asks for out of a query string; what cannot be meant is refused with the field's name.</summary>
internal static class FilterQuery
{
    public const int MaxPage = 10_000;
    public const int MaxPageSize = 100;

    /// <exception cref="ValidationException">A value is unknown, too long or out of range.</exception>
    public static ProductFilter Read(IQueryCollection query, IStringLocalizer<StorefrontText> text, string categoryName = "category", string certificateName = "certificate")
    {
        var refused = new Refusals(text);
        var filter = new ProductFilter(
            Text(query, "q", SearchText.MaxLength, refused) is { } wanted ? SearchText.Normalise(wanted) is { Length: > 0 } plain ? plain : null : null,
            Text(query, "county", 40, refused), Text(query, categoryName, 40, refused), Text(query, certificateName, 40, refused), Text(query, "band", 20, refused),
            Flag(query, "season", refused), Flag(query, "inStock", refused), SortOf(query, refused), Number(query, "page", 1, MaxPage, refused), Number(query, "pageSize", 20, MaxPageSize, refused));
        return refused.Count == 0 ? filter : throw new ValidationException(refused);
    }

    /// <summary>How a sort is written in addresses.</summary>
    public static string NameOf(ProductSort sort) => sort switch
    {
        ProductSort.PriceUp => "price", ProductSort.PriceDown => "-price", ProductSort.Sales => "sales", ProductSort.Newest => "newest", _ => "",
    };

    private static string? Text(IQueryCollection query, string name, int longest, Refusals refused)
    {
        var text = query[name].ToString();
        if (text.Length > longest) refused.Add(name, "TooLong", longest);
        return string.IsNullOrWhiteSpace(text) || text.Length > longest ? null : text.Trim();
    }

    private static bool Flag(IQueryCollection query, string name, Refusals refused)
    {
        switch (query[name].ToString())
        {
            case "" or "false" or "False" or "0": return false;
            case "true" or "True" or "1" or "on": return true;
            default:
                refused.Add(name, "YesOrNo");
                return false;
        }
    }

    private static ProductSort SortOf(IQueryCollection query, Refusals refused)
    {
        switch (query["sort"].ToString())
        {
            case "" or "relevance": return ProductSort.Relevance;
            case "price": return ProductSort.PriceUp;
            case "-price": return ProductSort.PriceDown;
            case "sales" or "sold": return ProductSort.Sales;
            case "newest": return ProductSort.Newest;
            default:
                refused.Add("sort", "SortWrong");
                return ProductSort.Relevance;
        }
    }

    private static int Number(IQueryCollection query, string name, int otherwise, int most, Refusals refused)
    {
        var text = query[name].ToString();
        if (text.Length == 0) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        refused.Add(name, "NumberWrong", most);
        return otherwise;
    }

    /// <summary>What was refused, in the words of the request's language.</summary>
    private sealed class Refusals(IStringLocalizer text) : List<ValidationFailure>
    {
        public void Add(string field, string reason, params object[] figures) => Add(new ValidationFailure(field, text[reason, figures]));
    }
}
