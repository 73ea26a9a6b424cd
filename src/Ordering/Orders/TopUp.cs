namespace ZhongFu.Ordering.Orders;

/// <summary>Whether the missing pieces could be had.</summary>
internal enum TopUpState
{
    /// <summary>The stock has not answered.</summary>
    Asked,

    /// <summary>Set aside and firm; they leave with the order.</summary>
    Held,

    /// <summary>Not there; asked again later under another id.</summary>
    Refused,

    /// <summary>Given back: the order ended or the buyer took the money.</summary>
    Released,
}

/// <summary>Pieces asked for again because the counter sold those that were set aside. Its id is that of a reservation of its own.</summary>
internal sealed class TopUp
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrderId { get; private init; }
    public Guid SkuId { get; private init; }
    public long Quantity { get; private init; }
    public TopUpState State { get; private set; }

    public static TopUp Of(Guid orderId, Guid skuId, long quantity) => new() { OrderId = orderId, SkuId = skuId, Quantity = quantity };

    internal void Become(TopUpState state) => State = state;
}
