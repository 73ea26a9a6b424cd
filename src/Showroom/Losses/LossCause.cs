using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Losses;

/// <summary>Why goods are no longer for sale.</summary>
internal enum LossCause
{
    /// <summary>Broken or crushed.</summary>
    Damaged,

    /// <summary>Spoilt before its day.</summary>
    Spoiled,

    /// <summary>The expiry day is over; the batch must be named.</summary>
    Expired,

    /// <summary>Tasted, shown or tested.</summary>
    Sampled,

    /// <summary>Stolen.</summary>
    Stolen,

    /// <summary>Lost between two places; written by the settlement of a transfer.</summary>
    InTransit,

    /// <summary>Given away; the goods go to the donation location.</summary>
    Donated,

    /// <summary>Sent back to the supplier.</summary>
    ReturnedToSupplier,

    /// <summary>Something else; the note says what.</summary>
    Other,
}

/// <summary>Who bears it.</summary>
internal enum LossParty
{
    House,
    Grower,
    Carrier,
}

/// <summary>How far a write-off has come.</summary>
internal enum WriteOffState
{
    /// <summary>Its value needs the signature of somebody else; the goods stand in quarantine.</summary>
    Waiting,

    /// <summary>The goods are gone.</summary>
    Booked,

    /// <summary>Refused: the goods are back on their shelf.</summary>
    Refused,
}

internal static class LossCauses
{
    /// <summary>Where the goods go in the books.</summary>
    public static Guid Destination(this LossCause cause, StockPlaces places) => cause switch
    {
        LossCause.Donated => places.Donation,
        LossCause.ReturnedToSupplier => places.Supplier,
        _ => places.Loss,
    };
}
