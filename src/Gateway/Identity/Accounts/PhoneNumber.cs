namespace ZhongFu.Gateway.Identity.Accounts;

/// <summary>Mobile numbers of mainland China as people type them; anything else with a plus sign must be E.164 already.</summary>
internal static class PhoneNumber
{
    /// <summary>The number in E.164 form (<c>+8613800138000</c>), or null if the text is not a phone number.</summary>
    public static string? Parse(string text)
    {
        var bare = new string([.. text.Where(c => c is not (' ' or '-' or '(' or ')'))]);
        if (bare.StartsWith("0086", StringComparison.Ordinal)) bare = "+" + bare[2..];
        if (IsChineseMobile(bare)) return "+86" + bare;
        if (bare.StartsWith("+86", StringComparison.Ordinal)) return IsChineseMobile(bare[3..]) ? bare : null;
        return bare is ['+', >= '1' and <= '9', ..] && bare.Length is >= 9 and <= 16 && bare.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? bare : null;
    }

    private static bool IsChineseMobile(string text) => text is ['1', >= '3' and <= '9', ..] && text.Length == 11 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
