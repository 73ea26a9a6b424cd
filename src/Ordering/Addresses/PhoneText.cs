using PhoneNumbers;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Addresses;

/// <summary>Chinese phone numbers as people type them.</summary>
internal static class PhoneText
{
    /// <summary>A kept number as people here write it: <c>138 0013 8000</c>, <c>0755-88880000</c>.</summary>
    public static string Show(string? e164)
    {
        if (e164 is null || !e164.StartsWith("+86", StringComparison.Ordinal)) return e164 ?? "";
        var digits = e164[3..];
        if (digits is ['1', _, _, _, _, _, _, _, _, _, _]) return $"{digits[..3]} {digits[3..7]} {digits[7..]}";
        var book = PhoneNumberUtil.GetInstance();
        var number = book.Parse(e164, "CN");
        var area = book.GetLengthOfGeographicalAreaCode(number);
        return area == 0 ? digits : $"0{digits[..area]}-{digits[area..]}";
    }

    /// <summary>For lists that others read: <c>138****8000</c>, <c>****0000</c>.</summary>
    public static string Mask(string? e164) => e164 is not { Length: > 7 } ? "" : e164.StartsWith("+861", StringComparison.Ordinal) && e164.Length == 14 ? $"{e164[3..6]}****{e164[^4..]}" : $"****{e164[^4..]}";

    /// <summary>E.164, or null when it is no Chinese number.</summary>
    public static string? Normalise(string? text)
    {
        if (PlainText.Clean(text) is not { } typed) return null;
        var book = PhoneNumberUtil.GetInstance();
        try
        {
            var number = book.Parse(typed, "CN");
            return number.CountryCode == 86 && book.IsValidNumber(number) ? book.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException) { return null; }
    }
}
