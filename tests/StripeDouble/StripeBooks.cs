using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ZhongFu.StripeDouble;

/// <summary>The objects of this Stripe, in the shapes Stripe publishes: sessions, payment intents, refunds.</summary>
public sealed class StripeBooks(Func<DateTimeOffset> now)
{
    private readonly ConcurrentDictionary<string, JsonObject> sessions = new();
    private readonly ConcurrentDictionary<string, JsonObject> intents = new();
    private readonly ConcurrentDictionary<string, JsonObject> refunds = new();

    /// <summary>How a new refund stands: <c>succeeded</c>, or <c>pending</c> as with Alipay and WeChat Pay.</summary>
    public string NewRefundsAre { get; set; } = "succeeded";

    /// <summary>Sessions opened so far.</summary>
    public IReadOnlyCollection<string> SessionIds => [.. sessions.Keys];

    /// <summary>Payment intents that took money.</summary>
    public IReadOnlyCollection<string> IntentIds => [.. intents.Keys];

    /// <summary>Refunds by id, failed ones included, oldest first.</summary>
    public IReadOnlyList<JsonObject> Refunds => [.. refunds.Values.OrderBy(x => (long)x["sequence"]!).Select(Copy)];

    /// <summary>The session that was opened for one of our attempts.</summary>
    public JsonObject SessionOf(Guid paymentId) => Copy(sessions.Values.Single(x => (string?)x["metadata"]!["payment"] == paymentId.ToString()));

    /// <summary>Fen that went back from a payment intent or are on their way.</summary>
    public long RefundedFen(string intentId) => refunds.Values.Where(x => (string?)x["payment_intent"] == intentId && (string)x["status"]! is not ("failed" or "canceled")).Sum(x => (long)x["amount"]!);

    /// <summary>A session by id, or an error object.</summary>
    public JsonObject Session(string id) => sessions.TryGetValue(id, out var session) ? Copy(session) : Missing("checkout.session", id);

    /// <summary>A payment intent by id, or an error object.</summary>
    public JsonObject Intent(string id) => intents.TryGetValue(id, out var intent) ? Copy(intent) : Missing("payment_intent", id);

    /// <summary>A refund by id, or an error object.</summary>
    public JsonObject FindRefund(string id) => refunds.TryGetValue(id, out var refund) ? Copy(refund) : Missing("refund", id);

    /// <summary>The buyer pays on the hosted page; the money moves at once.</summary>
    public JsonObject Pay(string sessionId)
    {
        Submit(sessionId);
        return Confirm(sessionId);
    }

    /// <summary>Another sum moves than the one that was asked for.</summary>
    public JsonObject PayAnother(string sessionId, long amountFen)
    {
        sessions[sessionId]["amount_total"] = amountFen;
        return Pay(sessionId);
    }

    /// <summary>The buyer has pressed the button, and the wallet has not confirmed yet.</summary>
    public JsonObject Submit(string sessionId)
    {
        var session = sessions[sessionId];
        lock (session)
        {
            if ((string)session["status"]! != "open") throw new InvalidOperationException($"The session is {session["status"]}.");
            var intent = Make("pi_", "payment_intent");
            foreach (var (name, value) in new (string, JsonNode?)[]
            {
                ("amount", (long)session["amount_total"]!), ("amount_received", 0L), ("currency", (string)session["currency"]!), ("status", "processing"), ("metadata", new JsonObject()),
                ("capture_method", "automatic"), ("latest_charge", "ch_" + Random()), ("payment_method_types", new JsonArray("alipay", "wechat_pay", "card")),
            }) intent[name] = value;
            intents[(string)intent["id"]!] = intent;
            session["payment_intent"] = (string)intent["id"]!;
            session["status"] = "complete";
            return Copy(session);
        }
    }

    /// <summary>The money has moved.</summary>
    public JsonObject Confirm(string sessionId)
    {
        var session = sessions[sessionId];
        var intent = intents[(string)session["payment_intent"]!];
        (intent["status"], intent["amount_received"], session["payment_status"]) = ("succeeded", (long)intent["amount"]!, "paid");
        return Copy(session);
    }

    /// <summary>Closes a session, or says why not.</summary>
    public JsonObject Expire(string sessionId)
    {
        if (!sessions.TryGetValue(sessionId, out var session)) return Missing("checkout.session", sessionId);
        lock (session)
        {
            if ((string)session["status"]! != "open") return Error("invalid_request_error", "Only Checkout Sessions with a status in [\"open\"] can be expired.");
            (session["status"], session["url"]) = ("expired", null);
            return Copy(session);
        }
    }

    /// <summary>A refund that was pending succeeds or fails.</summary>
    public JsonObject EndRefund(string id, string status, string? reason = null)
    {
        (refunds[id]["status"], refunds[id]["failure_reason"]) = (status, reason);
        return Copy(refunds[id]);
    }

    /// <summary>The charge behind a payment intent, as events tell it.</summary>
    public JsonObject Charge(string intentId)
    {
        var intent = intents[intentId];
        return new JsonObject
        {
            ["id"] = (string?)intent["latest_charge"], ["object"] = "charge", ["amount"] = (long)intent["amount"]!, ["amount_refunded"] = RefundedFen(intentId), ["currency"] = (string)intent["currency"]!,
            ["payment_intent"] = intentId, ["paid"] = true, ["refunded"] = RefundedFen(intentId) == (long)intent["amount"]!, ["status"] = "succeeded", ["metadata"] = new JsonObject(),
        };
    }

    internal JsonObject OpenSession(IReadOnlyDictionary<string, string> form, string address)
    {
        if (SessionRules.Problem(form, now()) is { } problem) return Error("invalid_request_error", problem);
        var amount = long.Parse(form["line_items[0][price_data][unit_amount]"], CultureInfo.InvariantCulture) * long.Parse(form["line_items[0][quantity]"], CultureInfo.InvariantCulture);
        var session = Make("cs_test_", "checkout.session");
        var id = (string)session["id"]!;
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("amount_subtotal", amount), ("amount_total", amount), ("currency", form["line_items[0][price_data][currency]"]), ("client_reference_id", form.GetValueOrDefault("client_reference_id")),
            ("expires_at", long.Parse(form["expires_at"], CultureInfo.InvariantCulture)), ("metadata", Metadata(form)), ("mode", "payment"), ("locale", form.GetValueOrDefault("locale")), ("payment_intent", null),
            ("payment_status", "unpaid"), ("status", "open"), ("payment_method_types", new JsonArray("alipay", "wechat_pay", "card")), ("success_url", form["success_url"]), ("cancel_url", form.GetValueOrDefault("cancel_url")),
            ("url", $"{address}/pay/{id}"), ("customer", null), ("invoice", null), ("subscription", null), ("setup_intent", null), ("ui_mode", "hosted_page"),
        }) session[name] = value;
        sessions[id] = session;
        return Copy(session);
    }

    internal JsonObject Sessions(string? intentId) => Page("/v1/checkout/sessions", sessions.Values.Where(x => intentId is null || (string?)x["payment_intent"] == intentId));

    internal JsonObject RefundsOf(string? intentId) => Page("/v1/refunds", refunds.Values.Where(x => intentId is null || (string?)x["payment_intent"] == intentId));

    internal JsonObject Refund(IReadOnlyDictionary<string, string> form)
    {
        var intentId = form.GetValueOrDefault("payment_intent") ?? "";
        if (!intents.TryGetValue(intentId, out var intent)) return Missing("payment_intent", intentId);
        var amount = form.TryGetValue("amount", out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : (long)intent["amount"]!;
        if (amount <= 0) return Error("invalid_request_error", "Invalid positive integer");
        if (RefundedFen(intentId) + amount > (long)intent["amount_received"]!) return Error("invalid_request_error", $"Refund amount ({amount}) is greater than unrefunded amount on charge.");
        var refund = Make("re_", "refund");
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("amount", amount), ("currency", (string)intent["currency"]!), ("payment_intent", intentId), ("charge", (string?)intent["latest_charge"]), ("status", NewRefundsAre), ("metadata", Metadata(form)),
            ("reason", null), ("balance_transaction", null), ("failure_reason", null), ("sequence", refunds.Count),
        }) refund[name] = value;
        refunds[(string)refund["id"]!] = refund;
        return Copy(refund);
    }

    internal static JsonObject Error(string type, string message, string? code = null) => new() { ["error"] = new JsonObject { ["type"] = type, ["message"] = message, ["code"] = code } };

    private static JsonObject Missing(string what, string id) => Error("invalid_request_error", $"No such {what}: '{id}'", "resource_missing");

    private static JsonObject Page(string url, IEnumerable<JsonObject> objects) => new() { ["object"] = "list", ["url"] = url, ["has_more"] = false, ["data"] = new JsonArray([.. objects.Select(Copy)]) };

    private static JsonObject Metadata(IReadOnlyDictionary<string, string> form)
    {
        var metadata = new JsonObject();
        foreach (var (key, value) in form.Where(x => x.Key.StartsWith("metadata[", StringComparison.Ordinal))) metadata[key["metadata[".Length..^1]] = value;
        return metadata;
    }

    private JsonObject Make(string prefix, string kind) => new() { ["id"] = prefix + Random(), ["object"] = kind, ["created"] = now().ToUnixTimeSeconds(), ["livemode"] = false };

    private static JsonObject Copy(JsonObject value)
    {
        lock (value) return value.DeepClone().AsObject();
    }

    private static string Random() => Guid.NewGuid().ToString("n");
}
