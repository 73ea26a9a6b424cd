using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Ordering.Carts;

/// <summary>One SKU in somebody's cart, a guest's or a person's. A cart promises nothing: only an order sets stock aside.</summary>
internal sealed class CartLine
{
    /// <summary>Most different articles in a cart.</summary>
    public const int MostLines = 100;

    /// <summary>Most pieces of one article.</summary>
    public const int MostPieces = 999;

    public string OwnerKey { get; private init; } = "";
    public Guid SkuId { get; private init; }
    public int Quantity { get; private set; }

    /// <summary>Price when it was last confirmed, fen: the cart says when it changed since.</summary>
    public long SeenPriceFen { get; private set; }

    /// <summary>Whether it goes to the checkout.</summary>
    public bool IsSelected { get; private set; } = true;

    public DateTime AddedAt { get; private init; }

    public static CartLine Of(string ownerKey, Guid skuId, int quantity, long priceFen, DateTime now) =>
        new() { OwnerKey = ownerKey, SkuId = skuId, Quantity = Math.Clamp(quantity, 1, MostPieces), SeenPriceFen = priceFen, AddedAt = now };

    /// <summary>More of the same.</summary>
    public void Add(int quantity) => (Quantity, IsSelected) = (Math.Clamp(Quantity + quantity, 1, MostPieces), true);

    /// <summary>Exactly so many.</summary>
    public void Set(int quantity, bool selected) => (Quantity, IsSelected) = (Math.Clamp(quantity, 1, MostPieces), selected);

    /// <summary>The buyer has seen this price.</summary>
    public void See(long priceFen) => SeenPriceFen = priceFen;

    /// <summary>The same line in another cart.</summary>
    public CartLine MovedTo(string ownerKey) => new() { OwnerKey = ownerKey, SkuId = SkuId, Quantity = Quantity, SeenPriceFen = SeenPriceFen, IsSelected = IsSelected, AddedAt = AddedAt };
}

internal sealed class CartLineTable : IEntityTypeConfiguration<CartLine>
{
    public void Configure(EntityTypeBuilder<CartLine> line)
    {
        line.ToTable("CartLines");
        line.HasKey(x => new { x.OwnerKey, x.SkuId });
        line.Property(x => x.OwnerKey).HasMaxLength(64);
        line.HasIndex(x => x.AddedAt);
    }
}
