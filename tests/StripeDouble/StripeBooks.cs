using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ZhongFu.StripeDouble;

/// <summary>The objects of this Stripe, in the shapes Stripe publishes (only the members the platform reads).</summary>
public sealed class StripeBooks(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, JsonObject> sessions = new();
    private readonly ConcurrentDictionary<string, JsonObject> intents = new();
    private readonly ConcurrentDictionary<string, JsonObject> refunds = new();

    /// <summary>Sessions opened so far.</summary>
    public IReadOnlyCollection<string> SessionIds => [.. sessions.Keys];

    /// <summary>Refunds that stand: id and amount in fen.</summary>
    public IReadOnlyDictionary<string, long> Refunds => refunds.ToDictionary(x => x.Key, x => (long)x.Value["amount"]!);

    /// <summary>Sum of the refunds of a payment intent, fen.</summary>
    public long RefundedFen(string intentId) => refunds.Values.Where(x => (string?)x["payment_intent"] == intentId).Sum(x => (long)x["amount"]!);

    /// <summary>A session by id, or an error object.</summary>
    public JsonObject Session(string id) => sessions.TryGetValue(id, out var session) ? Copy(session) : Missing("checkout.session", id);

    /// <summary>A payment intent by id, or an error object.</summary>
    public JsonObject Intent(string id) => intents.TryGetValue(id, out var intent) ? Copy(intent) : Missing("payment_intent", id);

    /// <summary>A refund by id, or an error object.</summary>
    public JsonObject FindRefund(string id) => refunds.TryGetValue(id, out var refund) ? Copy(refund) : Missing("refund", id);

    /// <summary>The buyer pays on the hosted page.</summary>
    public JsonObject Pay(string sessionId)
    {
        var session = sessions[sessionId];
        var intent = new JsonObject
        {
            ["id"] = "pi_" + Random(), ["object"] = "payment_intent", ["amount"] = (long)session["amount_total"]!, ["amount_received"] = (long)session["amount_total"]!,
            ["currency"] = (string)session["currency"]!, ["status"] = "succeeded", ["livemode"] = false, ["metadata"] = session["metadata"]!.DeepClone(), ["created"] = Now(),
        };
        intents[(string)intent["id"]!] = intent;
        session["payment_intent"] = (string)intent["id"]!;
        session["payment_status"] = "paid";
        session["status"] = "complete";
        return Copy(session);
    }

    /// <summary>The session's time is over.</summary>
    public JsonObject Expire(string sessionId)
    {
        if (!sessions.TryGetValue(sessionId, out var session)) return Missing("checkout.session", sessionId);
        if ((string)session["status"]! != "open") return Error("invalid_request_error", "Only open sessions can be expired.");
        session["status"] = "expired";
        return Copy(session);
    }

    internal JsonObject OpenSession(IReadOnlyDictionary<string, string> form, string address)
    {
        if (form.GetValueOrDefault("mode") != "payment") return Error("invalid_request_error", "Missing required param: mode.");
        var amount = long.Parse(form["line_items[0][price_data][unit_amount]"]) * long.Parse(form["line_items[0][quantity]"]);
        var id = "cs_test_" + Random();
        var metadata = new JsonObject();
        foreach (var (key, value) in form.Where(x => x.Key.StartsWith("metadata[", StringComparison.Ordinal))) metadata[key["metadata[".Length..^1]] = value;
        sessions[id] = new JsonObject
        {
            ["id"] = id, ["object"] = "checkout.session", ["amount_subtotal"] = amount, ["amount_total"] = amount, ["currency"] = form["line_items[0][price_data][currency]"],
            ["client_reference_id"] = form.GetValueOrDefault("client_reference_id"), ["created"] = Now(), ["expires_at"] = long.Parse(form.GetValueOrDefault("expires_at") ?? (Now() + 86400).ToString()),
            ["livemode"] = false, ["metadata"] = metadata, ["mode"] = "payment", ["payment_intent"] = null, ["payment_status"] = "unpaid", ["status"] = "open",
            ["success_url"] = form.GetValueOrDefault("success_url"), ["cancel_url"] = form.GetValueOrDefault("cancel_url"), ["url"] = $"{address}/pay/{id}",
        };
        return Copy(sessions[id]);
    }

    internal JsonObject Refund(IReadOnlyDictionary<string, string> form)
    {
        var intentId = form.GetValueOrDefault("payment_intent") ?? "";
        if (!intents.TryGetValue(intentId, out var intent)) return Missing("payment_intent", intentId);
        var amount = form.TryGetValue("amount", out var text) ? long.Parse(text) : (long)intent["amount"]!;
        if (RefundedFen(intentId) + amount > (long)intent["amount_received"]!) return Error("invalid_request_error", "Refund amount is greater than unrefunded amount on charge.");
        var id = "re_" + Random();
        refunds[id] = new JsonObject
        {
            ["id"] = id, ["object"] = "refund", ["amount"] = amount, ["currency"] = (string)intent["currency"]!, ["payment_intent"] = intentId, ["status"] = "succeeded", ["created"] = Now(),
            ["metadata"] = new JsonObject(),
        };
        return Copy(refunds[id]);
    }

    internal static JsonObject Error(string type, string message) => new() { ["error"] = new JsonObject { ["type"] = type, ["message"] = message } };

    private static JsonObject Missing(string what, string id)
    {
        var error = Error("invalid_request_error", $"No such {what}: '{id}'");
        error["error"]!["code"] = "resource_missing";
        return error;
    }

    private static JsonObject Copy(JsonObject value) => value.DeepClone().AsObject();

    private static string Random() => Guid.NewGuid().ToString("n");

    private long Now() => clock.GetUtcNow().ToUnixTimeSeconds();
}
