using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>How often a device may speak, and how often an address may try wrong keys. <c>RateLimits:Enabled</c> switches both off.</summary>
internal sealed class DevicePace(IConfiguration settings) : IDisposable
{
    private readonly bool enabled = settings["RateLimits:Enabled"] is not { } text || !text.Equals("false", StringComparison.OrdinalIgnoreCase);

    private readonly PartitionedRateLimiter<Guid> devices = PartitionedRateLimiter.Create<Guid, Guid>(device => RateLimitPartition.GetTokenBucketLimiter(device,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = 60, TokensPerPeriod = 2, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    private readonly PartitionedRateLimiter<string> strangers = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(address,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));

    /// <summary>How long the device has to wait, or null: it may speak now.</summary>
    public TimeSpan? OfDevice(Guid device)
    {
        if (!enabled) return null;
        using var lease = devices.AttemptAcquire(device);
        return lease.IsAcquired ? null : TimeSpan.FromSeconds(1);
    }

    /// <summary>Counts a wrong key; how long the address has to wait when there were too many, or null.</summary>
    public TimeSpan? OfStranger(string address)
    {
        if (!enabled) return null;
        using var lease = strangers.AttemptAcquire(address);
        return lease.IsAcquired ? null : TimeSpan.FromSeconds(10);
    }

    public void Dispose()
    {
        devices.Dispose();
        strangers.Dispose();
    }
}
