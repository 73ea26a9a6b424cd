using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Counter.RecordSale;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Receiving.ReceiveGoods;
using ZhongFu.Showroom.Reservations.CaptureGoods;
using ZhongFu.Showroom.Reservations.IssueGoods;
using ZhongFu.Showroom.Reservations.ReleaseGoods;
using ZhongFu.Showroom.Reservations.ReserveGoods;
using ZhongFu.Showroom.ShelfItems;
using ZhongFu.Showroom.ShelfItems.KeepShelfItems;
using ZhongFu.TestKit;

namespace ZhongFu.Showroom.Tests;

/// <summary>The module alone on a database of its own, its relay standing still: what it sends stays readable in the outbox.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public static readonly Guid Warehouse = new("00000000-0000-7000-8000-000000000001");
    public static readonly Guid Showroom = new("00000000-0000-7000-8000-000000000002");
    public static readonly Guid SubCentre = new("00000000-0000-7000-8000-000000000003");

    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    private readonly WebApplication app;
    private readonly string folder;
    private int localNumber;

    private Bench(string folder, bool demo, Dictionary<string, string?>? settings = null)
    {
        this.folder = folder;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration["Database:Folder"] = folder;
        builder.Configuration["Seed:Demo"] = demo ? "true" : "false";
        foreach (var (name, value) in settings ?? []) builder.Configuration[name] = value;
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddModules(new ShowroomModule());
        app = builder.Build();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public IServiceProvider Services => app.Services;

    /// <summary>A warehouse, a showroom and a sub-centre without goods.</summary>
    public static async Task<Bench> Start()
    {
        var (source, target) = (await Template.Value, Temporary.Folder());
        File.Copy(Path.Combine(source, "showroom.db"), Path.Combine(target, "showroom.db"));
        return new Bench(target, demo: false);
    }

    /// <summary>The same on a PostgreSQL server, where transactions really run side by side.</summary>
    public static async Task<Bench> StartOnPostgres()
    {
        var bench = new Bench(Temporary.Folder(), demo: false, await TestServers.Postgres());
        await bench.Prepare();
        return bench;
    }

    /// <summary>The demonstration's places and opening stock.</summary>
    public static async Task<Bench> StartSeeded()
    {
        var bench = new Bench(Temporary.Folder(), demo: true);
        await bench.app.Services.MigrateModules();
        await bench.app.Services.PlantSeeds();
        return bench;
    }

    public async Task<TResult> Send<TResult>(IRequest<TResult> request, string? key = null, Actor? actor = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RequestContext>();
        (context.IdempotencyKey, context.Actor) = (key, actor ?? Actor.System);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> Look<T>(Func<ShowroomDb, Task<T>> look)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<ShowroomDb>());
    }

    /// <summary>A listed SKU with goods at warehouse and showroom.</summary>
    public async Task<Guid> Goods(long warehouse = 0, long showroom = 0, long priceFen = 1000, string? barcode = null, bool onSale = true)
    {
        var skuId = Guid.CreateVersion7();
        await Send(new KeepShelfItemCommand(Offer(skuId, priceFen, barcode ?? FreshBarcode(), onSale), Now));
        await Receive(skuId, Warehouse, warehouse);
        await Receive(skuId, Showroom, showroom);
        return skuId;
    }

    public async Task Receive(Guid skuId, Guid locationId, long quantity)
    {
        if (quantity > 0) await Send(new ReceiveGoodsCommand(locationId, [new ReceivedLine(skuId, quantity)]));
    }

    public Task KeepBack(Guid skuId, Guid locationId, long safety) =>
        Look(db => db.Balances.Where(x => x.SkuId == skuId && x.LocationId == locationId).ExecuteUpdateAsync(x => x.SetProperty(b => b.Safety, safety)));

    public async Task<Guid> Reserve(Guid skuId, long quantity, Guid? preferred = null, Guid? id = null)
    {
        var reservationId = id ?? Guid.CreateVersion7();
        await Send(new ReserveGoodsCommand([new WantedGoods(reservationId, [new StockLine(skuId, quantity)], preferred, Now.AddMinutes(30))]));
        return reservationId;
    }

    public Task Capture(Guid reservationId, Guid skuId, long quantity) => Send(new CaptureGoodsCommand(reservationId, [new StockLine(skuId, quantity)]));

    public Task Release(Guid reservationId, string reason = "cancelled") => Send(new ReleaseGoodsCommand(reservationId, reason));

    public Task Issue(Guid reservationId) => Send(new IssueGoodsCommand(reservationId));

    public RecordSaleCommand Sale(Guid skuId, long quantity, long givenFen = 1_000_000) =>
        new("till-0001", Interlocked.Increment(ref localNumber), Now, [new RungLine(quantity, skuId)], [new GivenTender("Cash", givenFen)]);

    public Task<RecordedSale> Sell(Guid skuId, long quantity) => Send(Sale(skuId, quantity));

    public Task<StockBalance> Balance(Guid skuId, Guid locationId) =>
        Look(async db => await db.Balances.AsNoTracking().FirstOrDefaultAsync(x => x.SkuId == skuId && x.LocationId == locationId) ?? StockBalance.At(skuId, locationId, 0));

    /// <summary>The messages of one kind, oldest first; those of one transaction in any order.</summary>
    public Task<IReadOnlyList<T>> Sent<T>() => Look<IReadOnlyList<T>>(async db =>
    {
        var type = typeof(T).FullName!;
        var bodies = await (db.Database.IsSqlite()
            ? db.Database.SqlQuery<string>($"SELECT \"Body\" AS \"Value\" FROM \"Outbox\" WHERE \"Type\" = {type} ORDER BY \"Id\"")
            : db.Database.SqlQuery<string>($"SELECT \"Body\" AS \"Value\" FROM \"showroom\".\"Outbox\" WHERE \"Type\" = {type} ORDER BY \"Id\"")).ToListAsync();
        return [.. bodies.Select(body => JsonSerializer.Deserialize<T>(body)!)];
    });

    /// <summary>What the catalogue would show now.</summary>
    public async Task<long> Shown(Guid skuId) => (await Sent<ShowAvailability>()).Where(x => x.SkuId == skuId).MaxBy(x => x.Version)?.Available ?? 0;

    /// <summary>Every broken rule of the books.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var found = new List<string>();
        foreach (var invariant in scope.ServiceProvider.GetServices<IInvariant>())
            found.AddRange((await invariant.FindViolations(CancellationToken.None)).Select(line => $"{invariant.GetType().Name}: {line}"));
        return found;
    }

    public static SkuOffer Offer(Guid skuId, long priceFen, string barcode, bool onSale = true) => new(
        skuId, Guid.CreateVersion7(), 1, "P0001-1", barcode, "赣南脐橙", "5斤装", "360734", "寻乌县", "360734100", Guid.CreateVersion7(), "寻乌县示范合作社", priceFen, 2500, 2700, true, onSale, "/art/1.svg");

    public static string FreshBarcode()
    {
        var digits = "69" + Random.Shared.NextInt64(1_000_000_000, 9_999_999_999);
        return digits + ScannedCode.CheckDigit(digits);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Temporary.Remove(folder);
    }

    private static async Task<string> MakeTemplate()
    {
        var bench = new Bench(Temporary.Folder(), demo: false);
        await bench.Prepare();
        await bench.app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Temporary.Remove(bench.folder);
        return bench.folder;
    }

    private async Task Prepare()
    {
        await app.Services.MigrateModules();
        await app.Services.PlantSeeds();
        await Look(async db =>
        {
            db.AddRange(Location.Open(Warehouse, "W01", LocationKind.Warehouse, "仓", "W"), Location.Open(Showroom, "S01", LocationKind.Showroom, "厅", "S"),
                Location.Open(SubCentre, "F001", LocationKind.SubCentre, "点", "F"));
            return await db.SaveChangesAsync();
        });
    }
}
