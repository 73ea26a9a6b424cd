namespace ZhongFu.Catalog.Regions;

/// <summary>Whether a county is a partner of the district or stands in for one in the demonstration.</summary>
internal enum CountyStatus
{
    /// <summary>Paired with the district.</summary>
    Partner,

    /// <summary>Example data.</summary>
    Demonstration,
}

/// <summary>A county (县, 县级市) the produce comes from. Codes are the six-digit division codes of GB/T 2260.</summary>
internal sealed class County
{
    /// <summary>Six digits; the key.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    public string Province { get; private init; } = "";
    public CountyStatus Status { get; private init; }

    /// <summary>Two sentences about the land and what it grows.</summary>
    public string Intro { get; private init; } = "";

    /// <summary>Colour of its cover, 0 to 359.</summary>
    public int Hue { get; private init; }

    public static County Of(string code, string name, string nameEn, string province, CountyStatus status, string intro, int hue) => new()
    {
        Code = DivisionCode.Checked(code, 6), Name = name, NameEn = nameEn, Province = province, Status = status, Intro = intro, Hue = hue,
    };
}

/// <summary>A township (街道, 镇, 乡) of a county; nine-digit code that begins with the county's.</summary>
internal sealed class Township
{
    /// <summary>Nine digits; the key.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";
    public string CountyCode { get; private init; } = "";

    public static Township Of(string code, string name, string countyCode) =>
        code.StartsWith(countyCode, StringComparison.Ordinal)
            ? new() { Code = DivisionCode.Checked(code, 9), Name = name, CountyCode = countyCode }
            : throw new ArgumentException($"Township {code} does not lie in county {countyCode}.", nameof(code));
}

/// <summary>Codes of administrative divisions are digits of a fixed length.</summary>
internal static class DivisionCode
{
    public static string Checked(string code, int length) => code.Length == length && code.All(char.IsAsciiDigit)
        ? code : throw new ArgumentException($"'{code}' is not a division code of {length} digits.", nameof(code));
}
