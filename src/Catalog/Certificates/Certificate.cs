using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Certificates;

/// <summary>Kinds of certificates whose badge a product may show.</summary>
internal enum CertificateKind
{
    /// <summary>圳品, the Shenzhen standard for farm produce.</summary>
    ShenPin,

    /// <summary>绿色食品.</summary>
    GreenFood,

    /// <summary>有机产品.</summary>
    Organic,

    /// <summary>地理标志.</summary>
    GeographicalIndication,
}

/// <summary>A certificate of a product. From the minute it expires its badge is never shown again.</summary>
internal sealed class Certificate : Aggregate
{
    public Guid ProductId { get; private init; }
    public CertificateKind Kind { get; private init; }
    public string Number { get; private init; } = "";
    public string Issuer { get; private init; } = "";

    /// <summary>First day of validity.</summary>
    public DateOnly ValidFrom { get; private init; }

    /// <summary>Last day of validity; it ends with that day in Shanghai.</summary>
    public DateOnly ValidTo { get; private init; }

    public static Certificate Record(Guid id, Guid productId, CertificateKind kind, string number, string issuer, DateOnly validFrom, DateOnly validTo) => new()
    {
        Id = id, ProductId = productId, Kind = kind, Number = number, Issuer = issuer, ValidFrom = validFrom,
        ValidTo = validTo >= validFrom ? validTo : throw new ArgumentException($"Certificate {number} ends before it begins.", nameof(validTo)),
    };

    /// <summary>The first instant of validity, UTC.</summary>
    public DateTime Begins => BusinessTime.StartOf(ValidFrom);

    /// <summary>The first instant after validity, UTC.</summary>
    public DateTime Expires => BusinessTime.StartOf(ValidTo.AddDays(1));

    public bool IsValidAt(DateTime utc) => utc >= Begins && utc < Expires;
}
