using System.Security.Cryptography;
using System.Text.Json;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>What a device has to tell, under a number of its own. Times are the device's, UTC.</summary>
/// <param name="Number">Counts up from 1; the same number with the same content is the same batch.</param>
/// <param name="SentAt">The device's clock at this attempt; not part of the content.</param>
/// <param name="Cabinet">May name the cabinet, as a check against mixed-up keys.</param>
internal sealed record CabinetReport(
    long Number, DateTime SentAt, IReadOnlyList<ReportedSale>? Sales = null, IReadOnlyList<ReportedTemperature>? Temperatures = null, IReadOnlyList<ReportedDoor>? Doors = null,
    IReadOnlyList<ReportedFault>? Faults = null, string? Cabinet = null)
{
    /// <summary>Fingerprint of the content.</summary>
    public string Hash() => Sha(this with { SentAt = default, Cabinet = null });

    public static string Sha<T>(T content) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
}

/// <summary>Goods that were dispensed and paid. By barcode, else by slot.</summary>
internal sealed record ReportedSale(long Number, DateTime SoldAt, long Quantity, long PriceFen, string? Barcode = null, string? Slot = null, string? Payment = null);

/// <summary>A reading, tenths of a degree Celsius.</summary>
internal sealed record ReportedTemperature(DateTime At, int Tenths);

/// <summary>The door was opened or closed.</summary>
internal sealed record ReportedDoor(DateTime At, bool Open);

/// <summary>A fault came up or went away.</summary>
internal sealed record ReportedFault(DateTime At, string Code, bool Cleared = false);

/// <summary>A batch that was taken in.</summary>
internal sealed class CabinetBatch
{
    public Guid CabinetId { get; init; }
    public long Number { get; init; }
    public string ContentHash { get; init; } = "";
    public Guid KeyId { get; init; }
    public DateTime SentAt { get; init; }
    public DateTime ReceivedAt { get; init; }

    /// <summary>Sales new in it, sales that were known already, sales that could not be read; events; tasks that it made.</summary>
    public int Sales { get; init; }
    public int KnownSales { get; init; }
    public int Unreadable { get; init; }
    public int Signals { get; init; }
    public int Tasks { get; init; }
}

/// <summary>What a signal is about.</summary>
internal enum SignalKind
{
    Temperature,
    DoorOpened,
    DoorClosed,
    Fault,
    FaultCleared,
}

/// <summary>Something a cabinet noticed.</summary>
internal sealed class CabinetSignal
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid CabinetId { get; private init; }
    public long BatchNumber { get; private init; }
    public SignalKind Kind { get; private init; }

    /// <summary>By the device's clock, put right when that is far off.</summary>
    public DateTime At { get; private init; }

    public DateTime RecordedAt { get; private init; }
    public int? Tenths { get; private init; }
    public string? Code { get; private init; }

    public static CabinetSignal Of(Guid cabinetId, long batch, SignalKind kind, DateTime at, DateTime now, int? tenths = null, string? code = null) =>
        new() { CabinetId = cabinetId, BatchNumber = batch, Kind = kind, At = at, RecordedAt = now, Tenths = tenths, Code = code };
}
