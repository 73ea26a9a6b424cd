using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ZhongFu.Ordering.Orders;

/// <summary>What came back from the checkout page.</summary>
/// <param name="To">Id of an address, or <c>pickup</c>.</param>
/// <param name="Point">Id of the pick-up point.</param>
/// <param name="Note">For those who pack.</param>
/// <param name="NoReturnTicked">The buyer confirmed the goods without seven-day return.</param>
/// <param name="Idem">Key of the first press and of its repeats.</param>
/// <param name="Seen">Pieces and prices as they were shown.</param>
/// <param name="SeenFreightFen">Freight as it was shown, fen.</param>
internal sealed record CheckoutForm(string To, string Point, string? Note, bool NoReturnTicked, string Idem, IReadOnlyDictionary<Guid, SeenLine> Seen, long SeenFreightFen)
{
    public static CheckoutForm Fresh { get; } = new("", "", null, false, "", new Dictionary<Guid, SeenLine>(), 0);

    public static CheckoutForm Read(IFormCollection form) => new(
        form["to"].ToString(), form["point"].ToString(), form["note"].ToString().Trim() is { Length: > 0 } note ? note : null, form["noreturn"] == "1",
        Guid.TryParse(form["idem"], out var idem) ? idem.ToString() : Guid.CreateVersion7().ToString(), SeenLine.Read(form),
        long.TryParse(form["freight"], NumberStyles.None, CultureInfo.InvariantCulture, out var fen) ? fen : 0);
}
