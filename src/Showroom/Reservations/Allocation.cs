namespace ZhongFu.Showroom.Reservations;

/// <summary>Pieces of one SKU that a reservation has set aside at one place.</summary>
internal sealed class Allocation
{
    public Guid ReservationId { get; private init; }
    public Guid SkuId { get; private init; }
    public Guid LocationId { get; private init; }

    /// <summary>Pieces, more than 0.</summary>
    public long Quantity { get; internal set; }

    /// <summary>Whether the pieces are still set aside: true exactly while the reservation is held or captured.</summary>
    public bool IsOpen { get; internal set; }

    public static Allocation Of(Guid reservationId, AllottedGoods goods) =>
        new() { ReservationId = reservationId, SkuId = goods.SkuId, LocationId = goods.LocationId, Quantity = goods.Quantity, IsOpen = true };
}

/// <summary>Pieces of one SKU at one place.</summary>
internal sealed record AllottedGoods(Guid SkuId, Guid LocationId, long Quantity);
