using ZhongFu.Catalog.Products;

namespace ZhongFu.Catalog.Tests.Products;

public sealed class ProductRuleTests
{
    [Theory]
    [InlineData("6900000000014", true)]
    [InlineData("4006381333931", true)]
    [InlineData(" 4006381333931 ", true)]
    [InlineData("4006381333932", false)]
    [InlineData("400638133393", false)]
    [InlineData("40063813339310", false)]
    [InlineData("400638133393X", false)]
    [InlineData("４００６３８１３３３９３１", false)]
    [InlineData("https://example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_barcode_has_thirteen_digits_and_a_right_check_digit(string? text, bool isRight) => Assert.Equal(isRight, Gtin.TryParse(text, out _));

    [Fact]
    public void Any_single_wrong_digit_of_a_barcode_is_noticed()
    {
        const string right = "6900000000014";
        for (var at = 0; at < 13; at++)
            for (var digit = '0'; digit <= '9'; digit++)
                Assert.Equal(right[at] == digit, Gtin.TryParse(right[..at] + digit + right[(at + 1)..], out _));
    }

    [Theory]
    [InlineData("20:3730|50:3590", true)]
    [InlineData("", true)]
    [InlineData("20:3890", false)]
    [InlineData("20:3730|50:3730", false)]
    [InlineData("20:3730|20:3590", false)]
    [InlineData("50:3590|20:3730", false)]
    [InlineData("1:3000", false)]
    [InlineData("20:0", false)]
    public void Bulk_prices_fall_strictly_below_the_retail_price(string tiers, bool isRight)
    {
        if (isRight) Assert.Equal(tiers, PriceTiers.Parse(tiers, 3890).ToString());
        else Assert.Throws<FormatException>(() => PriceTiers.Parse(tiers, 3890));
    }

    [Theory]
    [InlineData(1, 3890)]
    [InlineData(19, 3890)]
    [InlineData(20, 3730)]
    [InlineData(49, 3730)]
    [InlineData(50, 3590)]
    [InlineData(10_000, 3590)]
    public void The_tier_of_the_quantity_sets_the_price(long quantity, long unitPrice) =>
        Assert.Equal(unitPrice, PriceTiers.Parse("20:3730|50:3590", 3890).UnitPriceFor(quantity, 3890));

    [Theory]
    [InlineData("11-10", "01-31", "2026-11-09", false)]
    [InlineData("11-10", "01-31", "2026-11-10", true)]
    [InlineData("11-10", "01-31", "2026-12-31", true)]
    [InlineData("11-10", "01-31", "2027-01-01", true)]
    [InlineData("11-10", "01-31", "2027-01-31", true)]
    [InlineData("11-10", "01-31", "2027-02-01", false)]
    [InlineData("06-10", "08-20", "2026-06-10", true)]
    [InlineData("06-10", "08-20", "2026-08-20", true)]
    [InlineData("06-10", "08-20", "2026-08-21", false)]
    [InlineData("06-10", "08-20", "2026-12-31", false)]
    [InlineData("02-29", "03-10", "2028-02-29", true)]
    [InlineData("02-29", "03-10", "2027-02-28", false)]
    public void A_harvest_window_may_wrap_the_year_end(string from, string to, string day, bool isInSeason) =>
        Assert.Equal(isInSeason, HarvestWindow.Parse(HarvestWindow.Parse(from, to).ToString()).Contains(DateOnly.Parse(day)));

    [Fact]
    public void A_share_above_the_whole_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Product.List(new ProductFacts(
        Guid.CreateVersion7(), 1, "x", "x", Guid.Empty, "fruit", "kiwi", "green", "", "", "", null, null, 10_001, true, 900, DateTime.UnixEpoch)));
}
