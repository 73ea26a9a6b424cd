namespace ZhongFu.Showroom;

/// <summary>What one may be allowed to do in this module.</summary>
internal static class ShowroomPermissions
{
    /// <summary>Sell at the counter and see the till's sales.</summary>
    public const string Sell = "showroom.sell";

    /// <summary>See what stands where.</summary>
    public const string ReadStock = "showroom.stock.read";

    /// <summary>Take goods in.</summary>
    public const string ReceiveStock = "showroom.stock.receive";

    /// <summary>Move goods between places and write off what is lost.</summary>
    public const string MoveStock = "showroom.stock.move";

    /// <summary>Recall batches and lift recalls.</summary>
    public const string BlockStock = "showroom.stock.block";

    /// <summary>Approve by code what a cashier may not do alone, and settle what did not fit.</summary>
    public const string Approve = "showroom.approve";

    /// <summary>Count what stands at a place.</summary>
    public const string CountStock = "showroom.stock.count";

    /// <summary>Judge the differences of a count one did not make.</summary>
    public const string ApproveCounts = "showroom.stock.count.approve";

    /// <summary>The same for differences of great value.</summary>
    public const string ApproveLargeCounts = "showroom.stock.count.approve-large";

    /// <summary>See every till's shift reports.</summary>
    public const string ReadShifts = "showroom.shifts.read";

    /// <summary>See the self-service cabinets and what they report.</summary>
    public const string ReadDevices = "showroom.devices.read";

    /// <summary>Issue and revoke device keys, change planograms.</summary>
    public const string ManageDevices = "showroom.devices.manage";
}
