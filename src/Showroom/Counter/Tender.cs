namespace ZhongFu.Showroom.Counter;

/// <summary>How a customer pays.</summary>
internal enum TenderKind
{
    /// <summary>Notes and coins; the only one that gives change.</summary>
    Cash,

    /// <summary>WeChat Pay (微信支付).</summary>
    WeChatPay,

    /// <summary>Alipay (支付宝).</summary>
    Alipay,

    /// <summary>Bank card.</summary>
    Card,

    /// <summary>Voucher (消费券).</summary>
    Voucher,

    /// <summary>On the account of a registered buyer (单位挂账).</summary>
    OnAccount,
}

/// <summary>Money a customer gave.</summary>
internal sealed class Tender
{
    public Guid SaleId { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    public TenderKind Kind { get; private init; }

    /// <summary>What was given, change included, fen.</summary>
    public long AmountFen { get; private init; }

    public static Tender Of(Guid saleId, int line, TenderKind kind, long amountFen) => new() { SaleId = saleId, Line = line, Kind = kind, AmountFen = amountFen };
}
