namespace ZhongFu.Showroom.Contracts;

/// <summary>Goods were sold by a self-service cabinet. A sale is a fact: it is never refused for stock.</summary>
/// <param name="SaleId">The sale.</param>
/// <param name="LocationId">The cabinet.</param>
/// <param name="Cabinet">Its code.</param>
/// <param name="SkuId">The SKU.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="AmountFen">Paid, fen.</param>
/// <param name="SoldAt">When it happened, UTC, by the device's clock.</param>
public sealed record CabinetSaleRecorded(Guid SaleId, Guid LocationId, string Cabinet, Guid SkuId, long Quantity, long AmountFen, DateTime SoldAt);
