using System.Globalization;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Platform.Tests.Ui;

public sealed class FormatTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public FormatTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Theory]
    [InlineData(3990, "¥39.90", "¥39.90", "39.90")]
    [InlineData(1263000, "¥12630.00", "¥12,630.00", "12630.00")]
    [InlineData(0, "¥0.00", "¥0.00", "0.00")]
    [InlineData(5, "¥0.05", "¥0.05", "0.05")]
    public void Money_has_two_decimals_and_thousands_only_in_tables(long fen, string card, string table, string number) =>
        Assert.Equal((card, table, number), (Format.Price(fen), Format.Money(fen), Format.Yuan(fen)));

    [Fact]
    public void A_refund_carries_its_minus_before_the_sign() => Assert.Equal(("-¥1,234.50", "-¥0.05"), (Format.Money(-123450), Format.Price(-5)));

    [Fact]
    public void What_is_missing_is_a_dash() =>
        Assert.All([Format.Money(null), Format.Percent(null), Format.Moment(null), Format.Date(null), Format.Phone(null), Format.MaskedPhone(" "), Format.MaskedName("")], text => Assert.Equal("—", text));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(9999, "9999")]
    [InlineData(10000, "1万")]
    [InlineData(12630, "1.3万")]
    [InlineData(199_960, "20万")]
    public void Sold_pieces_are_counted_exactly_up_to_ten_thousand(long count, string text) => Assert.Equal(text, Format.Count(count));

    [Theory]
    [InlineData(3990, 2500L, "约 ¥7.98/斤", "¥15.96/kg")]
    [InlineData(4500, 1500L, "约 ¥15.00/斤", "¥30.00/kg")]
    [InlineData(100, 300L, "约 ¥1.67/斤", "¥3.33/kg")]
    [InlineData(3990, 0L, null, null)]
    [InlineData(3990, null, null, null)]
    public void The_price_of_a_unit_follows_from_price_and_weight(long fen, long? grams, string? jin, string? kilogram) =>
        Assert.Equal((jin, kilogram), (Format.PerJin(fen, grams), Format.PerKilogram(fen, grams)));

    [Theory]
    [InlineData(2500, "2.5kg（5斤）")]
    [InlineData(750, "750g（1.5斤）")]
    [InlineData(400, "400g")]
    [InlineData(2333, "2.333kg")]
    public void Weights_are_legal_units_with_jin_beside_them_where_they_come_out_even(long grams, string text) => Assert.Equal(text, Format.WeightWithJin(grams));

    [Fact]
    public void Moments_are_shown_in_Shanghai_time()
    {
        var utc = new DateTime(2026, 11, 23, 16, 4, 9, DateTimeKind.Utc);
        Assert.Equal(("2026-11-24 00:04", "00:04", "2026-11-23T16:04:09Z"), (Format.Moment(utc), Format.Clock(utc), Format.Machine(utc)));
    }

    [Fact]
    public void A_day_names_its_year_only_when_it_is_another()
    {
        var today = new DateOnly(2026, 11, 23);
        Assert.Equal(("11月24日（周二）", "2027年1月3日（周日）"), (Format.Day(today.AddDays(1), today), Format.Day(new DateOnly(2027, 1, 3), today)));
    }

    [Fact]
    public void Time_since_is_told_within_the_hour_only()
    {
        var now = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
        Assert.Equal(("刚刚", "12 分钟前", "2026-11-23 16:00"), (Format.Ago(now.AddSeconds(-20), now), Format.Ago(now.AddMinutes(-12.5), now), Format.Ago(now.AddHours(-1), now)));
    }

    [Theory]
    [InlineData("+8613800138000", "138 0013 8000", "138****8000")]
    [InlineData("13800138000", "138 0013 8000", "138****8000")]
    [InlineData("0571-88880000", "0571-88880000", "057****0000")]
    [InlineData("12345", "12345", "****")]
    public void Phones_are_grouped_for_their_owner_and_masked_for_others(string phone, string shown, string masked) =>
        Assert.Equal((shown, masked), (Format.Phone(phone), Format.MaskedPhone(phone)));

    [Fact]
    public void A_masked_name_keeps_the_family_name() => Assert.Equal(("李**", "𠮷**"), (Format.MaskedName(" 李雷"), Format.MaskedName("𠮷田")));

    [Theory]
    [InlineData(0.697, "69.7%")]
    [InlineData(1, "100.0%")]
    [InlineData(-0.0149, "-1.5%")]
    public void A_share_has_one_decimal(double share, string text) => Assert.Equal(text, Format.Percent((decimal)share));

    [Fact]
    public void In_English_the_same_facts_are_told_in_English()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var day = new DateOnly(2026, 11, 24);
        Assert.Equal(("12.6k", "about ¥7.98 per 500 g", "Tue 11/24"), (Format.Count(12630), Format.PerJin(3990, 2500), Format.Day(day, day)));
    }

    [Fact]
    public void Every_icon_has_a_path_and_an_unknown_one_is_refused()
    {
        Assert.All(Icons.Names, name => Assert.StartsWith("m", Icons.PathOf(name), StringComparison.OrdinalIgnoreCase));
        Assert.Throws<ArgumentException>(() => Icons.PathOf("basket"));
    }
}
