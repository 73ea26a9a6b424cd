namespace ZhongFu.Catalog.Contracts;

/// <summary>统一社会信用代码: 18 characters, the last one a check character (GB 32100-2015, weights 3^(i-1) mod 31).</summary>
public readonly record struct CreditCode
{
    // GB 32100-2015 leaves out I, O, S, V and Z, which are easily misread.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode(string value) => Value = value;

    /// <summary>Eighteen characters, upper case.</summary>
    public string Value { get; }

    /// <summary>Reads a code; lower case and spaces around are forgiven, anything else is not.</summary>
    public static bool TryParse(string? text, out CreditCode code)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        code = new CreditCode(value);
        return value.Length == 18 && CheckCharacter(value) is { } check && check == value[17];
    }

    /// <exception cref="FormatException">The check character is wrong.</exception>
    public static CreditCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a unified social credit code.");

    /// <summary>For the database, which may hold what an older rule let in; <c>reconcile</c> finds those.</summary>
    public static CreditCode Stored(string text) => new(text);

    /// <summary>Whether the check character is right.</summary>
    public bool IsValid => TryParse(Value, out _);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static char? CheckCharacter(string value)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in value.AsSpan(0, 17))
        {
            var digit = Alphabet.IndexOf(c);
            if (digit < 0) return null;
            sum += digit * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }
}
