using Microsoft.Extensions.Time.Testing;
using ZhongFu.Catalog.Certificates;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Tests.Certificates;

public sealed class CertificateTests
{
    [Fact]
    public void A_certificate_is_valid_to_the_last_minute_of_its_last_day_in_Shanghai_and_not_a_minute_longer()
    {
        var certificate = Certificate.Record(Guid.CreateVersion7(), Guid.CreateVersion7(), CertificateKind.GreenFood, "DEMO", "x", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 5));
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 5, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.True(certificate.IsValidAt(clock.UtcNow()));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(certificate.IsValidAt(clock.UtcNow()));
    }

    [Fact]
    public void A_certificate_is_not_valid_before_its_first_day()
    {
        var certificate = Certificate.Record(Guid.CreateVersion7(), Guid.CreateVersion7(), CertificateKind.GreenFood, "DEMO", "x", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 5));
        Assert.False(certificate.IsValidAt(new DateTime(2025, 12, 31, 15, 59, 59, DateTimeKind.Utc)));
        Assert.True(certificate.IsValidAt(new DateTime(2025, 12, 31, 16, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void A_certificate_that_ends_before_it_begins_is_refused() => Assert.Throws<ArgumentException>(() =>
        Certificate.Record(Guid.CreateVersion7(), Guid.CreateVersion7(), CertificateKind.Organic, "DEMO", "x", new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 31)));
}
