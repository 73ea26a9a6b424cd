using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;

namespace ZhongFu.Catalog.Data;

internal sealed class CatalogDb(DbContextOptions<CatalogDb> options) : ModuleDb(options, "catalog");
