using PhoneNumbers;

namespace ZhongFu.Ordering.Addresses;

/// <summary>Chinese phone numbers as people type them.</summary>
internal static class PhoneText
{
    /// <summary>E.164, or null when it is no Chinese number.</summary>
    public static string? Normalise(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var book = PhoneNumberUtil.GetInstance();
        try
        {
            var number = book.Parse(text, "CN");
            return number.CountryCode == 86 && book.IsValidNumber(number) ? book.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException) { return null; }
    }
}
