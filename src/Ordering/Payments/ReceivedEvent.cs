namespace ZhongFu.Ordering.Payments;

/// <summary>An event of the provider, logged once: its id is the key, so a repeat is recognised.</summary>
internal sealed class ReceivedEvent
{
    public string Id { get; private init; } = "";
    public string Type { get; private init; } = "";
    public Guid? PaymentId { get; private init; }

    /// <summary>Code of what came of it: <c>settled</c>, <c>ignored</c>, <c>amount-differs</c> …</summary>
    public string Outcome { get; private init; } = "";

    public DateTime At { get; private init; }

    public static ReceivedEvent Of(string id, string type, Guid? paymentId, string outcome, DateTime now) =>
        new() { Id = id, Type = type, PaymentId = paymentId, Outcome = outcome, At = now };
}
