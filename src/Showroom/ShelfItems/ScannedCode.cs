namespace ZhongFu.Showroom.ShelfItems;

/// <summary>What a scanner types: a GTIN of 8, 12, 13 or 14 digits whose last digit is the GS1 check digit (GS1 General Specifications, 7.9).</summary>
internal static class ScannedCode
{
    /// <summary>Whether the text is a GTIN with a right check digit.</summary>
    public static bool IsGtin(string? code) =>
        code is { Length: 8 or 12 or 13 or 14 } && code.All(char.IsAsciiDigit) && CheckDigit(code.AsSpan(0, code.Length - 1)) == code[^1] - '0';

    /// <summary>The check digit of the digits before it: weights 3 and 1 in turn, from the right.</summary>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[digits.Length - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10;
    }
}
