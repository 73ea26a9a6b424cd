namespace ZhongFu.Showroom.Counter;

/// <summary>A registered buyer (单位) that may take goods on account up to a limit (单位挂账).</summary>
internal sealed class AccountBuyer
{
    /// <summary>What the cashier types: <c>D001</c>.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";
    public long LimitFen { get; private init; }

    /// <summary>Owed by counter sales, less what was given back, fen. Changed by conditional update only.</summary>
    public long OwedFen { get; private init; }

    public bool IsOpen { get; private init; } = true;

    public static AccountBuyer Of(string code, string name, long limitFen) => new() { Code = code, Name = name, LimitFen = limitFen };
}

/// <summary>A voucher that was taken. Its code is the key: it pays once.</summary>
internal sealed class UsedVoucher
{
    public string Code { get; init; } = "";
    public Guid SaleId { get; init; }
}
