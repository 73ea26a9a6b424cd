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
}
