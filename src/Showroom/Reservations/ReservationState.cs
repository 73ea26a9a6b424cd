namespace ZhongFu.Showroom.Reservations;

/// <summary>Life of a reservation.</summary>
internal enum ReservationState
{
    /// <summary>Set aside until paid; may expire.</summary>
    Held,

    /// <summary>Paid for: firm until issued or released.</summary>
    Captured,

    /// <summary>The goods went to the customer.</summary>
    Issued,

    /// <summary>Given back, or never to be set aside because the release came first.</summary>
    Released,

    /// <summary>The payment window ended; a capture may take the goods again.</summary>
    Expired,

    /// <summary>The goods could not be had.</summary>
    Refused,
}
