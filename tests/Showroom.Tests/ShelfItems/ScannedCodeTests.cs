using ZhongFu.Showroom.ShelfItems;

namespace ZhongFu.Showroom.Tests.ShelfItems;

public sealed class ScannedCodeTests
{
    [Theory]
    [InlineData("6901234567892")] // GTIN-13
    [InlineData("4006381333931")]
    [InlineData("036000291452")] // GTIN-12
    [InlineData("96385074")] // GTIN-8
    [InlineData("10614141000415")] // GTIN-14
    public void Right_codes_are_known(string code) => Assert.True(ScannedCode.IsGtin(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("6901234567890")]
    [InlineData("6901234567829")] // two digits changed places
    [InlineData("690123456789")]
    [InlineData(" 6901234567892")]
    [InlineData("690123456789a")]
    [InlineData("69012345678９2")]
    public void Wrong_codes_are_refused(string? code) => Assert.False(ScannedCode.IsGtin(code));

    [Fact]
    public void Any_single_wrong_digit_is_noticed()
    {
        const string right = "6901234567892";
        for (var place = 0; place < right.Length; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (right[place] != digit) Assert.False(ScannedCode.IsGtin(right[..place] + digit + right[(place + 1)..]));
    }
}
