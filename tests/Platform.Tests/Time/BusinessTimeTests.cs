using ZhongFu.Platform.Time;

namespace ZhongFu.Platform.Tests.Time;

public sealed class BusinessTimeTests
{
    [Theory]
    [InlineData("2026-11-22T15:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T16:00:00Z", "2026-11-23")]
    public void A_business_day_ends_at_midnight_in_Shanghai(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day), BusinessTime.DayOf(DateTimeOffset.Parse(instant).UtcDateTime));

    [Fact]
    public void A_day_starts_where_the_one_before_ends()
    {
        var day = new DateOnly(2026, 11, 23);
        Assert.Equal(new DateTime(2026, 11, 22, 16, 0, 0, DateTimeKind.Utc), BusinessTime.StartOf(day));
        Assert.Equal(day, BusinessTime.DayOf(BusinessTime.StartOf(day)));
    }
}
