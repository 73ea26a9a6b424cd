namespace ZhongFu.Showroom.Counter;

/// <summary>How a till names a sale.</summary>
internal sealed record SaleSlip(long LocalNumber, DateTime SoldAt, string ContentHash);

/// <summary>What a sale may carry beside goods and money.</summary>
/// <param name="DiscountFen">Off the whole cart.</param>
internal sealed record SaleExtras(
    string Token, long DiscountFen = 0, string? ApprovedBy = null, string? MemberKey = null, string? MemberPhone = null, Guid? SubCentreId = null, string? AccountCode = null, bool Offline = false);
