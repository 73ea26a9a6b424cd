namespace ZhongFu.Showroom.Shifts;

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

    /// <summary>The customer scans a code of ours and pays at the payment provider (扫码付).</summary>
    ScanToPay,

    /// <summary>On the account of a registered buyer (单位挂账).</summary>
    OnAccount,
}
