namespace ZhongFu.Showroom.Places;

/// <summary>A place that movements go from and to: product.md, "Stock" (supplier, customer, loss, donation and adjustment are locations too).</summary>
internal sealed class Location
{
    public Guid Id { get; private init; }

    /// <summary>Short code on labels and in files: <c>W01</c>, <c>S01</c>, <c>F008</c>.</summary>
    public string Code { get; private init; } = "";

    public LocationKind Kind { get; private init; }
    public string Name { get; private init; } = "";
    public string NameEn { get; private init; } = "";

    /// <summary>Who replenishes it.</summary>
    public string? ParentCode { get; private init; }

    public string? SubdistrictCode { get; private init; }
    public string? Subdistrict { get; private init; }
    public string? CommunityCode { get; private init; }
    public string? Address { get; private init; }

    /// <summary>Opening hours as shown to people.</summary>
    public string? Hours { get; private init; }

    /// <summary>Serves online orders, lower numbers first; null: does not.</summary>
    public int? OnlinePriority { get; private init; }

    /// <summary>A closed place takes no goods and no pick-ups.</summary>
    public bool IsOpen { get; private init; } = true;

    /// <summary>Tills registered here so far: the number of the newest terminal.</summary>
    public int TillCount { get; private init; }

    /// <summary>Opens a place; an online priority that is not given follows from its kind.</summary>
    public static Location Open(Guid id, string code, LocationKind kind, string name, string nameEn) =>
        new() { Id = id, Code = code, Kind = kind, Name = name, NameEn = nameEn, OnlinePriority = kind.DefaultOnlinePriority() };

    /// <summary>Opens a place that people visit.</summary>
    public static Location OpenAt(Guid id, string code, LocationKind kind, string name, string nameEn, PostalPlace where) => new()
    {
        Id = id,
        Code = code,
        Kind = kind,
        Name = name,
        NameEn = nameEn,
        OnlinePriority = kind.DefaultOnlinePriority(),
        ParentCode = where.ParentCode,
        SubdistrictCode = where.SubdistrictCode,
        Subdistrict = where.Subdistrict,
        CommunityCode = where.CommunityCode,
        Address = where.Address,
        Hours = where.Hours,
    };
}

/// <summary>Where a place is found and when it is open.</summary>
internal sealed record PostalPlace(string? ParentCode, string? SubdistrictCode, string? Subdistrict, string? CommunityCode, string? Address, string? Hours);
