using ZhongFu.Catalog.Contracts;

namespace ZhongFu.Procurement.Tests.Organisations;

internal static class CreditCodes
{
    /// <summary>A right code that nobody has: the check character is found by trying.</summary>
    public static string Make(int number) => "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(check => $"91440307MA5T{number:000}XX{check}").Single(x => CreditCode.TryParse(x, out _));
}
