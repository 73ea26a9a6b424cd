using System.Text;

namespace ZhongFu.Procurement.Ui;

/// <summary>Amounts as contracts and statements write them (人民币大写, 支付结算办法 annex 1): 壹万贰仟叁佰元肆角伍分.</summary>
internal static class AmountInWords
{
    // A notation of the law, not a text for people: the same in every language.
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"], Groups = ["", "万", "亿", "万亿"];

    /// <summary>The amount in words; negative ones begin with 负.</summary>
    public static string Of(long fen)
    {
        if (fen < 0) return "负" + Of(-fen);
        var (yuan, jiao, cents) = (fen / 100, fen / 10 % 10, fen % 10);
        var text = new StringBuilder();
        if (yuan > 0 || fen == 0) text.Append(Whole(yuan)).Append('元');
        if (jiao > 0) text.Append(Digit(jiao)).Append('角');
        else if (yuan > 0 && cents > 0) text.Append(Digit(0));
        if (cents > 0) text.Append(Digit(cents)).Append('分');
        return text.Append(jiao == 0 && cents == 0 ? "整" : "").ToString();
    }

    private static string Whole(long number)
    {
        if (number == 0) return Digits[..1];
        var (text, gap) = (new StringBuilder(), false);
        for (var group = 3; group >= 0; group--)
        {
            var part = number / (long)Math.Pow(10_000, group) % 10_000;
            if (part == 0)
            {
                gap = text.Length > 0;
                continue;
            }
            if (text.Length > 0 && (gap || part < 1000)) text.Append(Digit(0));
            gap = false;
            text.Append(Four(part)).Append(Groups[group]);
        }
        return text.ToString();
    }

    private static string Four(long part)
    {
        var (text, gap) = (new StringBuilder(), false);
        for (var place = 3; place >= 0; place--)
        {
            var digit = part / (long)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }
            if (gap) text.Append(Digit(0));
            gap = false;
            text.Append(Digit(digit)).Append(Places[place]);
        }
        return text.ToString();
    }

    private static char Digit(long digit) => Digits[(int)digit];
}
