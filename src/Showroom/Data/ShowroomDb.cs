using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ZhongFu.Platform.Data;
using ZhongFu.Showroom.Approvals;
using ZhongFu.Showroom.Batches;
using ZhongFu.Showroom.Cabinets;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Losses;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Recalls;
using ZhongFu.Showroom.Receiving;
using ZhongFu.Showroom.ScanPayments;
using ZhongFu.Showroom.Replenishment;
using ZhongFu.Showroom.Reservations;
using ZhongFu.Showroom.ShelfItems;
using ZhongFu.Showroom.Shifts;
using ZhongFu.Showroom.Stocktakes;
using ZhongFu.Showroom.Transfers;

namespace ZhongFu.Showroom.Data;

internal sealed class ShowroomDb(DbContextOptions<ShowroomDb> options) : ModuleDb(options, "showroom")
{
    /// <summary>The clock that decides on which day goods expire.</summary>
    public TimeProvider Clock => this.GetService<TimeProvider>();

    public DbSet<Location> Locations => Set<Location>();
    public DbSet<StockMovement> Movements => Set<StockMovement>();
    public DbSet<StockBalance> Balances => Set<StockBalance>();
    public DbSet<Batch> Batches => Set<Batch>();
    public DbSet<BatchBalance> BatchBalances => Set<BatchBalance>();
    public DbSet<MarkdownStep> MarkdownLadder => Set<MarkdownStep>();
    public DbSet<Markdown> Markdowns => Set<Markdown>();
    public DbSet<Recall> Recalls => Set<Recall>();
    public DbSet<StockVersion> StockVersions => Set<StockVersion>();
    public DbSet<Reservation> Reservations => Set<Reservation>();
    public DbSet<Allocation> Allocations => Set<Allocation>();
    public DbSet<GoodsReceipt> GoodsReceipts => Set<GoodsReceipt>();
    public DbSet<TransferOrder> Transfers => Set<TransferOrder>();
    public DbSet<WriteOff> WriteOffs => Set<WriteOff>();
    public DbSet<Stocktake> Stocktakes => Set<Stocktake>();
    public DbSet<ReplenishmentProposal> Proposals => Set<ReplenishmentProposal>();
    public DbSet<ShelfItem> ShelfItems => Set<ShelfItem>();
    public DbSet<Till> Tills => Set<Till>();
    public DbSet<TillDay> TillDays => Set<TillDay>();
    public DbSet<Sale> Sales => Set<Sale>();
    public DbSet<SaleReturn> SaleReturns => Set<SaleReturn>();
    public DbSet<AccountBuyer> AccountBuyers => Set<AccountBuyer>();
    public DbSet<UsedVoucher> UsedVouchers => Set<UsedVoucher>();
    public DbSet<StaffPin> StaffPins => Set<StaffPin>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<Shift> Shifts => Set<Shift>();
    public DbSet<DrawerEntry> DrawerEntries => Set<DrawerEntry>();
    public DbSet<ZReport> ZReports => Set<ZReport>();
    public DbSet<ScanPayment> ScanPayments => Set<ScanPayment>();
    public DbSet<Cabinet> Cabinets => Set<Cabinet>();
    public DbSet<PlanSlot> PlanSlots => Set<PlanSlot>();
    public DbSet<DeviceKey> DeviceKeys => Set<DeviceKey>();
    public DbSet<CabinetSale> CabinetSales => Set<CabinetSale>();
    public DbSet<CabinetCorrection> CabinetCorrections => Set<CabinetCorrection>();
    public DbSet<CabinetBatch> CabinetBatches => Set<CabinetBatch>();
    public DbSet<CabinetSignal> CabinetSignals => Set<CabinetSignal>();
    public DbSet<CabinetTask> CabinetTasks => Set<CabinetTask>();
}
