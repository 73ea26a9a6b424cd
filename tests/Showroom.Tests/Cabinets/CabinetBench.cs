using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Cabinets;
using ZhongFu.Showroom.Cabinets.IssueKey;
using ZhongFu.Showroom.Cabinets.ReceiveBatch;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Tests.Cabinets;

/// <summary>A bench with one cabinet that holds a key and ten pieces at ten yuan.</summary>
internal sealed class CabinetBench : IAsyncDisposable
{
    public static readonly Guid Id = new("00000000-0000-7000-8000-00000000000c");
    public const string Code = "C001";

    private CabinetBench(Bench books) => Books = books;

    public Bench Books { get; }
    public Guid Sku { get; private set; }
    public string Barcode { get; } = Bench.FreshBarcode();
    public Guid KeyId { get; private set; }

    public static async Task<CabinetBench> Start(bool postgres = false)
    {
        var bench = new CabinetBench(postgres ? await Bench.StartOnPostgres() : await Bench.Start());
        await bench.Books.Look(db =>
        {
            db.AddRange(Location.Open(Id, Code, LocationKind.Cabinet, "柜", "C"), Cabinet.At(Id, Code, 20, 80));
            return db.SaveChangesAsync();
        });
        bench.Sku = await bench.Books.Goods(barcode: bench.Barcode);
        await bench.Books.Receive(bench.Sku, Id, 10);
        await bench.Books.Look(db => { db.Add(PlanSlot.Of(Id, "A1", bench.Sku, 12, 10)); return db.SaveChangesAsync(); });
        bench.KeyId = (await bench.Books.Send(IssueKeyCommand.Of(Code, out _))).KeyId;
        return bench;
    }

    public ReportedSale Sale(long number, long quantity = 1, long priceFen = 1000) => new(number, Books.Now, quantity, priceFen, Barcode);

    public CabinetReport Report(long number, params ReportedSale[] sales) => new(number, Books.Now, sales);

    public Task<BatchReceipt> Tell(CabinetReport report) => Books.Send(new ReceiveBatchCommand(Id, KeyId, report));

    public Task<List<CabinetSale>> Sales() => Books.Look(db => db.CabinetSales.AsNoTracking().OrderBy(x => x.Number).ToListAsync());

    public Task<List<CabinetTask>> Tasks() => Books.Look(db => db.CabinetTasks.AsNoTracking().OrderBy(x => x.Kind).ToListAsync());

    public Task<Cabinet> State() => Books.Look(db => db.Cabinets.AsNoTracking().SingleAsync());

    public async Task<long> OnHand() => (await Books.Balance(Sku, Id)).OnHand;

    public ValueTask DisposeAsync() => Books.DisposeAsync();
}
