using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhongFu.Showroom.Cabinets;
using ZhongFu.Showroom.Cabinets.WatchCabinets;
using ZhongFu.Showroom.Data;
using ZhongFu.TestKit;

namespace ZhongFu.Showroom.Tests.Cabinets;

/// <summary>The doors of devices on the whole platform.</summary>
public sealed class DeviceDoorTests : IAsyncLifetime
{
    private GatewayHost host = null!;
    private HttpClient staff = null!;

    public async Task InitializeAsync()
    {
        host = await GatewayHost.Start();
        staff = await host.SignedIn("operator");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_demonstration_has_134_cabinets_with_goods_and_no_keys()
    {
        Assert.Equal((134, 0), (await Look(db => db.Cabinets.CountAsync()), await Look(db => db.DeviceKeys.CountAsync())));
        Assert.Equal(0, await Look(db => db.PlanSlots.CountAsync(x => !db.Balances.Any(b => b.SkuId == x.SkuId && b.LocationId == x.CabinetId && b.OnHand > 0) || !db.ShelfItems.Any(i => i.SkuId == x.SkuId))));
    }

    [Fact]
    public async Task A_device_is_told_its_plan_and_its_sales_reach_the_site()
    {
        var device = Device((await Issue("C001")).Key);
        var answer = await device.GetAsync("/api/showroom/cabinets/plan");
        var plan = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("C001", 8), (plan.GetProperty("cabinet").GetString(), plan.GetProperty("slots").GetArrayLength()));
        device.DefaultRequestHeaders.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await device.GetAsync("/api/showroom/cabinets/plan")).StatusCode);

        var slot = plan.GetProperty("slots")[0];
        var batch = Batch(1, slot.GetProperty("barcode").GetString()!, slot.GetProperty("priceFen").GetInt64());
        Assert.Equal(HttpStatusCode.OK, (await device.PostAsJsonAsync("/api/showroom/cabinets/batches", batch)).StatusCode);
        var other = await device.PostAsJsonAsync("/api/showroom/cabinets/batches", Batch(1, slot.GetProperty("barcode").GetString()!, 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("device.batch-number-used", (await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(1, await Look(db => db.CabinetSales.CountAsync()));
    }

    [Fact]
    public async Task A_former_key_opens_for_a_day_and_a_revoked_one_not_at_all_but_its_sales_stay()
    {
        var first = await Issue("C002");
        var second = await Issue("C002");
        Assert.Equal(HttpStatusCode.OK, await Send(first.Key, 1));
        Assert.Equal(HttpStatusCode.OK, await Send(second.Key, 2));
        Assert.Equal(HttpStatusCode.NoContent, (await staff.DeleteAsync($"/api/showroom/cabinets/keys/{second.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Send(second.Key, 3));
        Assert.Equal(HttpStatusCode.OK, await Send(first.Key, 3));
        host.Clock.Advance(DeviceKey.Overlap);
        Assert.Equal(HttpStatusCode.Unauthorized, await Send(first.Key, 4));
        Assert.Equal(3, await Look(db => db.CabinetSales.CountAsync(x => x.Code != "")));
    }

    [Fact]
    public async Task Any_call_of_a_device_ends_its_silence()
    {
        var device = Device((await Issue("C006")).Key);
        host.Clock.Advance(WatchCabinetsHandler.Patience);
        await Eventually.True(() => Look(db => db.CabinetTasks.AnyAsync(x => x.Kind == CabinetTask.Silent)));
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync("/api/showroom/cabinets/plan")).StatusCode);
        var cabinet = await Look(db => db.Cabinets.SingleAsync(x => x.Code == "C006"));
        Assert.Equal((host.Clock.GetUtcNow().UtcDateTime, null), (cabinet.LastHeardAt, cabinet.SilentSince));
        Assert.NotNull((await Look(db => db.CabinetTasks.SingleAsync(x => x.Kind == CabinetTask.Silent))).ResolvedAt);

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.BadRequest, (await device.PostAsJsonAsync("/api/showroom/cabinets/batches", Batch(0, "6900000000014", 100))).StatusCode);
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime, (await Look(db => db.Cabinets.SingleAsync(x => x.Code == "C006"))).LastHeardAt);
    }

    [Fact]
    public async Task Nobody_else_speaks_for_a_device()
    {
        var key = (await Issue("C003")).Key;
        foreach (var wrong in new[] { "x", key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), key.Replace("zfd_", "zfe_", StringComparison.Ordinal), key + "A", $"zfd_{Guid.Empty:N}_{key[^43..]}" })
        {
            var answer = await Device(wrong).GetAsync("/api/showroom/cabinets/plan");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Device", answer.Headers.WwwAuthenticate.Single().Scheme);
            Assert.Equal("device.key-refused", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous().GetAsync("/api/showroom/cabinets/plan")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await staff.GetAsync("/api/showroom/cabinets/plan")).StatusCode); // a person is no device
        Assert.Equal(HttpStatusCode.Forbidden, (await (await host.SignedIn("cashier")).PostAsync("/api/showroom/cabinets/C003/keys", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Device(key).GetAsync("/api/showroom/tasks")).StatusCode); // and a device is no person
    }

    [Fact]
    public async Task A_key_is_kept_only_as_a_hash_and_never_logged()
    {
        var log = new Listener();
        await using var listened = await GatewayHost.Start(configure: services => services.AddLogging(x => x.AddProvider(log).SetMinimumLevel(LogLevel.Trace)));
        var operatorOf = await listened.SignedIn("operator");
        operatorOf.DefaultRequestHeaders.Add("Idempotency-Key", "issue-1");
        var key = (await (await operatorOf.PostAsync("/api/showroom/cabinets/C004/keys", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        var device = listened.Anonymous();
        device.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Device", key);
        (await device.PostAsJsonAsync("/api/showroom/cabinets/batches", Batch(1, "6900000000014", 100))).EnsureSuccessStatusCode();
        Assert.DoesNotContain(log.Lines, line => line.Contains(key[^43..], StringComparison.Ordinal));
        Assert.DoesNotContain(key[^43..], await listened.Look<ShowroomDb, string>(async db =>
            string.Join('\n', await db.Database.SqlQuery<string>($"SELECT \"Answer\" AS \"Value\" FROM \"IdempotencyKeys\" UNION ALL SELECT \"Hash\" FROM \"DeviceKeys\"").ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_talks_too_fast_has_to_wait()
    {
        await using var limited = await GatewayHost.Start(new() { ["RateLimits:Enabled"] = "true" });
        var key = (await (await (await limited.SignedIn("operator")).PostAsync("/api/showroom/cabinets/C005/keys", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        var device = limited.Anonymous();
        device.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Device", key);
        var answers = await Task.WhenAll(Enumerable.Range(0, 90).Select(_ => device.GetAsync("/api/showroom/cabinets/plan")));
        var refused = answers.First(x => x.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains(answers, x => x.StatusCode == HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> Send(string key, long number) => (await Device(key).PostAsJsonAsync("/api/showroom/cabinets/batches", Batch(number, "6900000000014", 100))).StatusCode;

    private object Batch(long number, string barcode, long priceFen) =>
        new { number, sentAt = host.Clock.GetUtcNow(), sales = new[] { new { number, soldAt = new DateTime(2026, 11, 23, 8, 59, 0, DateTimeKind.Utc), quantity = 1, priceFen, barcode } } };

    private HttpClient Device(string key)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Device", key);
        return client;
    }

    private async Task<(Guid Id, string Key)> Issue(string cabinet)
    {
        var answer = await staff.PostAsync($"/api/showroom/cabinets/{cabinet}/keys", null);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("keyId").GetGuid(), body.GetProperty("key").GetString()!);
    }

    private Task<T> Look<T>(Func<ShowroomDb, Task<T>> look) => host.Look(look);

    private sealed class Listener : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
