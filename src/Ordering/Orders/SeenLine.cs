using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZhongFu.Ordering.Carts.ShowCart;

namespace ZhongFu.Ordering.Orders;

/// <summary>What the buyer saw on the checkout page: pieces and price. It decides nothing about money; it only shows whether something has changed since.</summary>
internal sealed record SeenLine(int Quantity, long PriceFen)
{
    private const string Prefix = "seen-";

    public static string Field(Guid skuId) => Prefix + skuId;

    public static string Write(OfferedLine line) => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity}:{line.Offer.PriceFen}");

    public static Dictionary<Guid, SeenLine> Read(IFormCollection form)
    {
        var seen = new Dictionary<Guid, SeenLine>();
        foreach (var (name, value) in form.Where(x => x.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var parts = value.ToString().Split(':');
            if (Guid.TryParse(name[Prefix.Length..], out var id) && parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var quantity)
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var price)) seen[id] = new SeenLine(quantity, price);
        }
        return seen;
    }
}
