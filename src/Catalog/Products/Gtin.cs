namespace ZhongFu.Catalog.Products;

/// <summary>A GTIN-13 (EAN-13) barcode: 13 digits, the last one a check digit (GS1 General Specifications, section 7.9).</summary>
internal readonly record struct Gtin
{
    private Gtin(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out Gtin gtin)
    {
        var value = text?.Trim() ?? "";
        gtin = new Gtin(value);
        return value.Length == 13 && value.All(char.IsAsciiDigit) && value[12] - '0' == CheckDigit(value);
    }

    /// <exception cref="FormatException">Not 13 digits, or a wrong check digit.</exception>
    public static Gtin Parse(string text) => TryParse(text, out var gtin) ? gtin : throw new FormatException($"'{text}' is not a GTIN-13.");

    /// <summary>For the database, which may hold what somebody wrote there by hand; <c>reconcile</c> finds those.</summary>
    public static Gtin Stored(string text) => new(text);

    public bool IsValid => TryParse(Value, out _);

    public override string ToString() => Value;

    private static int CheckDigit(string value)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += (value[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return (10 - sum % 10) % 10;
    }
}
