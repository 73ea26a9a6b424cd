using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;

namespace ZhongFu.Ordering.Data;

internal sealed class OrderingDb(DbContextOptions<OrderingDb> options) : ModuleDb(options, "ordering");
