using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Addresses;
using ZhongFu.Ordering.Carts;
using ZhongFu.Ordering.Orders;
using ZhongFu.Ordering.Payments;
using ZhongFu.Ordering.PickUp;
using ZhongFu.Platform.Data;

namespace ZhongFu.Ordering.Data;

internal sealed class OrderingDb(DbContextOptions<OrderingDb> options) : ModuleDb(options, "ordering")
{
    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderSerial> OrderSerials => Set<OrderSerial>();

    public DbSet<CartLine> CartLines => Set<CartLine>();

    public DbSet<SavedAddress> Addresses => Set<SavedAddress>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<PickUpPlace> PickUpPlaces => Set<PickUpPlace>();

    public DbSet<ReceivedEvent> ReceivedEvents => Set<ReceivedEvent>();
}
