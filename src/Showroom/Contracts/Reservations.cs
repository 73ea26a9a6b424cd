namespace ZhongFu.Showroom.Contracts;

/// <summary>A number of pieces of one SKU.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="Quantity">Pieces, more than 0.</param>
public sealed record StockLine(Guid SkuId, long Quantity);

/// <summary>What is missing for a line.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="Requested">Pieces asked for, lines of one SKU added up.</param>
/// <param name="Available">Pieces that could be had at that moment.</param>
public sealed record StockShortage(Guid SkuId, long Requested, long Available);

/// <summary>Asks to set stock aside for all lines or for none. Idempotent by <paramref name="ReservationId"/>.
/// Answered by <see cref="StockReserved"/> or <see cref="StockRefused"/>.</summary>
/// <param name="ReservationId">Chosen by the asker.</param>
/// <param name="Lines">1 to 200 lines; lines of one SKU are added up first.</param>
/// <param name="PreferredLocationId">Where the goods should come from if they are there, e.g. the pick-up point; null: central warehouse first.</param>
/// <param name="Until">UTC; after this the reservation may expire unless captured.</param>
public sealed record ReserveStock(Guid ReservationId, IReadOnlyList<StockLine> Lines, Guid? PreferredLocationId, DateTime Until);

/// <summary>All lines are set aside.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Until">UTC; until when.</param>
public sealed record StockReserved(Guid ReservationId, DateTime Until);

/// <summary>At least one line cannot be had; nothing is set aside.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Shortages">The lines that cannot be had, and how many pieces there are.</param>
public sealed record StockRefused(Guid ReservationId, IReadOnlyList<StockShortage> Shortages);

/// <summary>Asks to make a reservation firm because it is paid for. When it has expired meanwhile, stock is taken again if there is any.
/// Answered by <see cref="StockCaptured"/> or <see cref="StockCaptureRefused"/>.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Lines">The lines, to take again after expiry.</param>
public sealed record CaptureStock(Guid ReservationId, IReadOnlyList<StockLine> Lines);

/// <summary>The goods are firm and wait to be issued; they expire no more.</summary>
/// <param name="ReservationId">The reservation.</param>
public sealed record StockCaptured(Guid ReservationId);

/// <summary>The reservation had expired and the goods are gone.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Shortages">What is missing.</param>
public sealed record StockCaptureRefused(Guid ReservationId, IReadOnlyList<StockShortage> Shortages);

/// <summary>Asks to give the goods back to the shelf, whether held or captured. Idempotent; a late reservation of a released id is refused.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Reason">Code of the cause: <c>cancelled</c>, <c>expired</c>, <c>refunded</c>.</param>
public sealed record ReleaseStock(Guid ReservationId, string Reason);

/// <summary>The goods are on sale again.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Reason">Code of the cause.</param>
public sealed record StockReleased(Guid ReservationId, string Reason);

/// <summary>Asks to hand the captured goods out: they leave the place for the customer. Answered by <see cref="StockIssued"/>.</summary>
/// <param name="ReservationId">The reservation.</param>
public sealed record IssueStock(Guid ReservationId);

/// <summary>The goods left the place.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="At">When, UTC.</param>
public sealed record StockIssued(Guid ReservationId, DateTime At);

/// <summary>The counter sold what was set aside (the counter wins), or it was recalled or has expired, and no other place has it: the reservation is short by these pieces.</summary>
/// <param name="ReservationId">The reservation; the youngest affected one.</param>
/// <param name="Shortage">The SKU, the pieces set aside before, and the pieces still set aside now.</param>
/// <param name="Cause">Code of the cause: <c>counter-sale</c>, <c>recall</c> or <c>expired</c>.</param>
/// <param name="At">When, UTC.</param>
public sealed record StockShorted(Guid ReservationId, StockShortage Shortage, string Cause, DateTime At);
