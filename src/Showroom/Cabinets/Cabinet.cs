namespace ZhongFu.Showroom.Cabinets;

/// <summary>A self-service cabinet (专柜): what its device said last. The goods in it stand in the ledger at the location of the same id. All state is changed by
/// conditional update, so that a late report never overwrites a newer one.</summary>
internal sealed class Cabinet
{
    /// <summary>Of the location.</summary>
    public Guid Id { get; private init; }

    /// <summary>Of the location: <c>C001</c>.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Coldest and warmest that its goods bear, tenths of a degree Celsius.</summary>
    public int MinTenths { get; private init; }
    public int MaxTenths { get; private init; }

    /// <summary>Since when it holds a key and silence counts; null: nobody expects to hear of it.</summary>
    public DateTime? WatchedSince { get; private init; }

    public DateTime? LastHeardAt { get; private init; }

    /// <summary>Highest batch number so far; batches come in any order.</summary>
    public long LastBatch { get; private init; }

    public int? Tenths { get; private init; }
    public DateTime? TemperatureAt { get; private init; }

    public bool IsDoorOpen { get; private init; }
    public DateTime? DoorAt { get; private init; }

    public string? FaultCode { get; private init; }
    public DateTime? FaultAt { get; private init; }

    /// <summary>Since when an alert holds; null: none.</summary>
    public DateTime? SilentSince { get; private init; }
    public DateTime? WarmSince { get; private init; }

    /// <summary>Changes with every edit of the planogram.</summary>
    public Guid PlanVersion { get; private init; } = Guid.CreateVersion7();

    public static Cabinet At(Guid locationId, string code, int minTenths, int maxTenths) => new() { Id = locationId, Code = code, MinTenths = minTenths, MaxTenths = maxTenths };
}

/// <summary>What lies in one slot of a cabinet, and how many.</summary>
internal sealed class PlanSlot
{
    public Guid CabinetId { get; private init; }

    /// <summary>As printed at the slot: <c>A1</c>.</summary>
    public string Slot { get; private init; } = "";

    public Guid SkuId { get; private init; }

    /// <summary>Pieces that fit.</summary>
    public int Capacity { get; private init; }

    /// <summary>Pieces that should lie there after filling.</summary>
    public int Par { get; private init; }

    public static PlanSlot Of(Guid cabinetId, string slot, Guid skuId, int capacity, int par) => new() { CabinetId = cabinetId, Slot = slot, SkuId = skuId, Capacity = capacity, Par = par };
}
