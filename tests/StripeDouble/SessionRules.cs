using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhongFu.StripeDouble;

/// <summary>What Stripe demands of a new session (API of autumn 2026); what the platform must not get wrong is refused here as there.</summary>
internal static partial class SessionRules
{
    private static readonly string[] Methods = ["alipay", "wechat_pay", "card"];

    public static string? Problem(IReadOnlyDictionary<string, string> form, DateTimeOffset now)
    {
        if (form.Keys.FirstOrDefault(key => !Known().IsMatch(key)) is { } unknown) return $"Received unknown parameter: {unknown}";
        if (form.GetValueOrDefault("mode") != "payment") return "Missing required param: mode.";
        foreach (var name in new[] { "success_url", "line_items[0][quantity]", "line_items[0][price_data][currency]", "line_items[0][price_data][unit_amount]", "line_items[0][price_data][product_data][name]" })
            if (!form.ContainsKey(name)) return $"Missing required param: {name}.";
        if (!Uri.IsWellFormedUriString(form["success_url"], UriKind.Absolute)) return "Not a valid URL";
        if (!long.TryParse(form["line_items[0][price_data][unit_amount]"], CultureInfo.InvariantCulture, out var amount) || amount <= 0) return "Invalid positive integer";
        if (form["line_items[0][price_data][currency]"] != "cny") return "The payment methods in use support cny only.";
        if (form.Where(x => x.Key.StartsWith("allowed_payment_method_types[", StringComparison.Ordinal)).Any(x => !Methods.Contains(x.Value))) return "Invalid payment method type.";
        if (form.GetValueOrDefault("payment_method_options[wechat_pay][client]") != "web") return "You must provide payment_method_options[wechat_pay][client].";
        if (!long.TryParse(form.GetValueOrDefault("expires_at"), CultureInfo.InvariantCulture, out var expires)) return "Invalid integer: expires_at";
        var life = DateTimeOffset.FromUnixTimeSeconds(expires) - now;
        return life < TimeSpan.FromMinutes(30) ? "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation."
            : life > TimeSpan.FromHours(24) ? "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation." : null;
    }

    [GeneratedRegex(@"^(mode|locale|client_reference_id|success_url|cancel_url|expires_at|metadata\[\w+\]|allowed_payment_method_types\[\d\]|payment_method_options\[wechat_pay\]\[client\]|line_items\[0\]\[(quantity|price_data\]\[(currency|unit_amount|product_data\]\[name))\])$")]
    private static partial Regex Known();
}
