using ZhongFu.Ordering.Addresses;

namespace ZhongFu.Ordering.Tests.Addresses;

public sealed class RegionTests
{
    private static readonly Regions Regions = new();

    [Fact]
    public void The_book_goes_from_province_to_street()
    {
        Assert.Equal(31, Regions.Below("").Count);
        Assert.Contains(Regions.Below("44"), x => x is { Code: "4403", Name: "深圳市" });
        Assert.Contains(Regions.Below("4403"), x => x is { Code: "440307", Name: "龙岗区" });
        Assert.Contains(Regions.Below("440307"), x => x is { Code: "440307003", Name: "平湖街道" });
        Assert.Empty(Regions.Below("440307003"));
        Assert.Empty(Regions.Below("99"));
    }

    [Theory]
    [InlineData("44", "4403", "440307", "440307003"), InlineData("440000", "440300", "440307", "440307003"), InlineData("广东省", "深圳市", "龙岗区", "平湖街道"), InlineData(" 广东省 ", "440300000000", "440307000", "440307003000")]
    public void A_street_is_found_by_codes_padded_codes_or_names(string province, string city, string district, string street) =>
        Assert.Equal(new Region("440307003", "广东省 深圳市 龙岗区 平湖街道"), Regions.Resolve(province, city, district, street));

    [Theory]
    [InlineData("45", "4403", "440307", "440307003"), InlineData("44", "4403", "440307", "440305001"), InlineData("44", "4403", "440307", ""), InlineData("广东省", "深圳市", "龙岗区", "不存在街道"), InlineData("44", "44", "44", "44")]
    public void Answers_that_do_not_fit_together_are_no_place(string province, string city, string district, string street) => Assert.Null(Regions.Resolve(province, city, district, street));

    [Fact]
    public void A_municipality_is_not_doubled() => Assert.DoesNotContain("市辖区", Regions.FullName(Regions.Below(Regions.Below(Regions.Below("11")[0].Code)[0].Code)[0].Code), StringComparison.Ordinal);

    [Theory]
    [InlineData("13800138000", "+8613800138000"), InlineData(" 138 0013 8000 ", "+8613800138000"), InlineData("+86 138-0013-8000", "+8613800138000"), InlineData("0571-88880000", "+8657188880000"), InlineData("１３８００１３８０００", "+8613800138000")]
    [InlineData("12345", null), InlineData("23800138000", null), InlineData("+1 202 555 0100", null), InlineData("", null), InlineData(null, null), InlineData("1380013800012345", null), InlineData("<script>", null)]
    public void Phone_numbers_are_kept_in_one_form_or_refused(string? typed, string? kept) => Assert.Equal(kept, PhoneText.Normalise(typed));
}
