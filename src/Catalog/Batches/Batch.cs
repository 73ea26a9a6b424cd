using ZhongFu.Platform.Domain;

namespace ZhongFu.Catalog.Batches;

/// <summary>Goods of one product harvested or made on one day on one plot, with the 承诺达标合格证 that has been required per batch since 2026-02-01.</summary>
internal sealed class Batch : Aggregate
{
    /// <summary>Printed on the pack, e.g. <c>XN20261107-01</c>; stands in <c>/trace/{code}</c>.</summary>
    public string Code { get; private init; } = "";

    public Guid ProductId { get; private init; }
    public DateOnly HarvestDay { get; private init; }
    public string Plot { get; private init; } = "";
    public long HarvestGrams { get; private init; }

    /// <summary>Result of the inspection as written by the inspector.</summary>
    public string Inspection { get; private init; } = "";

    /// <summary>Number of the 承诺达标合格证.</summary>
    public string CertificateNo { get; private init; } = "";

    public static Batch Declare(Guid id, string code, Guid productId, DateOnly harvestDay, string plot, long harvestGrams, string inspection, string certificateNo) => new()
    {
        Id = id, Code = code, ProductId = productId, HarvestDay = harvestDay, Plot = plot, Inspection = inspection, CertificateNo = certificateNo,
        HarvestGrams = harvestGrams > 0 ? harvestGrams : throw new ArgumentOutOfRangeException(nameof(harvestGrams)),
    };
}
