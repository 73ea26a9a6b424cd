namespace ZhongFu.Ordering.Orders;

/// <summary>How goods reach the buyer.</summary>
internal enum DeliveryKind
{
    /// <summary>By courier to an address.</summary>
    Courier,

    /// <summary>Collected at the showroom or a service point with a code.</summary>
    Pickup,
}

/// <summary>Where the goods go. Personal data: shown to the buyer and to those who pack and hand over.</summary>
internal sealed class Delivery
{
    public DeliveryKind Kind { get; private init; }
    public string? Recipient { get; private init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; private init; }

    /// <summary>Nine-digit code of the street or township, or shorter where the picker ends earlier.</summary>
    public string? RegionCode { get; private init; }

    /// <summary>Province, city, district and street in words.</summary>
    public string? RegionName { get; private init; }

    public string? Detail { get; private init; }
    public Guid? LocationId { get; private init; }
    public string? LocationName { get; private init; }

    /// <summary>Six digits that the buyer shows at the point.</summary>
    public string? PickUpCode { get; private init; }

    public static Delivery ByCourier(string recipient, string phone, string regionCode, string regionName, string detail) => new()
    {
        Kind = DeliveryKind.Courier, Recipient = recipient, Phone = phone, RegionCode = regionCode, RegionName = regionName, Detail = detail,
    };

    public static Delivery AtPoint(Guid locationId, string locationName, string code) =>
        new() { Kind = DeliveryKind.Pickup, LocationId = locationId, LocationName = locationName, PickUpCode = code };
}
