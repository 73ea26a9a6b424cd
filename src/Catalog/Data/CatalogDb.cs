using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Batches;
using ZhongFu.Catalog.Certificates;
using ZhongFu.Catalog.Cooperatives;
using ZhongFu.Catalog.Products;
using ZhongFu.Catalog.Regions;
using ZhongFu.Platform.Data;

namespace ZhongFu.Catalog.Data;

internal sealed class CatalogDb(DbContextOptions<CatalogDb> options) : ModuleDb(options, "catalog")
{
    public DbSet<County> Counties => Set<County>();
    public DbSet<Township> Townships => Set<Township>();
    public DbSet<Cooperative> Cooperatives => Set<Cooperative>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Sku> Skus => Set<Sku>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<Batch> Batches => Set<Batch>();
    public DbSet<Availability> Availabilities => Set<Availability>();
    public DbSet<SalesTally> SalesTallies => Set<SalesTally>();
}
