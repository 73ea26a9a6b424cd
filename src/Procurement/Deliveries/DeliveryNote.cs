using System.Security.Cryptography;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Procurement.Deliveries;

/// <summary>Goods of one bulk order on their way to the dock, with their note (送货单).</summary>
internal sealed class DeliveryNote : Aggregate
{
    // Without letters and digits that look alike: somebody may have to type it.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private readonly List<DeliveryLine> lines = [];

    private DeliveryNote()
    {
    }

    /// <summary><c>SH</c>, day, four digits.</summary>
    public string Number { get; private init; } = "";

    /// <summary>What the QR code on the note says; not to be guessed.</summary>
    public string Code { get; private init; } = "";

    public Guid OrderId { get; private init; }
    public string OrderNumber { get; private init; } = "";
    public Guid BuyerId { get; private init; }
    public Guid SupplierId { get; private init; }

    /// <summary>China date on which it is wanted.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>Number plate, if known.</summary>
    public string? Vehicle { get; private init; }

    /// <summary>Who drives, if known.</summary>
    public string? Driver { get; private init; }

    public DateTime ShippedAt { get; private init; }
    public string ShippedBy { get; private init; } = "";

    /// <summary>When two people had signed for it; null on the way.</summary>
    public DateTime? ReceivedAt { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();
    public IReadOnlyList<DeliveryLine> Lines => lines;

    public static DeliveryNote Send(string number, Guid orderId, string orderNumber, Guid buyerId, Guid supplierId, DateOnly dueOn, string? vehicle, string? driver, IEnumerable<DeliveryLine> goods, string shippedBy, DateTime now)
    {
        var delivery = new DeliveryNote
        {
            Number = number, Code = RandomNumberGenerator.GetString(Signs, 12), OrderId = orderId, OrderNumber = orderNumber, BuyerId = buyerId, SupplierId = supplierId, DueOn = dueOn, Vehicle = vehicle, Driver = driver,
            ShippedBy = shippedBy, ShippedAt = now,
        };
        delivery.lines.AddRange(goods.Select(x => x.In(delivery.Id)));
        return delivery;
    }

    /// <exception cref="RuleBroken"><c>delivery.received</c></exception>
    public void Receive(DateTime now)
    {
        if (ReceivedAt is not null) throw new RuleBroken("delivery.received", "This delivery has been signed for.");
        (ReceivedAt, Version) = (now, Guid.CreateVersion7());
    }
}

/// <summary>Pieces of one line of the order, of one batch.</summary>
internal sealed class DeliveryLine(Guid deliveryId, int line, long quantity, string? batch, string? certificate)
{
    public Guid DeliveryId { get; private init; } = deliveryId;

    /// <summary>Number of the order's line; once in a delivery.</summary>
    public int Line { get; private init; } = line;

    public long Quantity { get; private init; } = quantity;

    /// <summary>Batch code, if the goods carry one.</summary>
    public string? Batch { get; private init; } = batch;

    /// <summary>Number of the 承诺达标合格证 of the batch, if there is one.</summary>
    public string? Certificate { get; private init; } = certificate;

    internal DeliveryLine In(Guid id) => new(id, Line, Quantity, Batch, Certificate);
}
