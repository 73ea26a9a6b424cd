using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Ordering.Carts;

/// <summary>One SKU in somebody's cart, a guest's or a person's. A cart promises nothing: only an order sets stock aside.</summary>
internal sealed class CartLine
{
    /// <summary>How the keys of guests begin (<see cref="Platform.Security.GuestKey"/>).</summary>
    public const string GuestOwners = "guest:";

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

    /// <summary>When the line was last added to or changed, UTC: what a guest leaves lying is cleared away some time later.</summary>
    public DateTime TouchedAt { get; private set; }

    public static CartLine Of(string ownerKey, Guid skuId, int quantity, long priceFen, DateTime now) =>
        new() { OwnerKey = ownerKey, SkuId = skuId, Quantity = Math.Clamp(quantity, 1, MostPieces), SeenPriceFen = priceFen, AddedAt = now, TouchedAt = now };

    /// <summary>More of the same.</summary>
    public void Add(int quantity) => (Quantity, IsSelected) = (Math.Clamp(Quantity + quantity, 1, MostPieces), true);

    /// <summary>Exactly so many.</summary>
    public void Set(int quantity, bool selected, DateTime now) => (Quantity, IsSelected, TouchedAt) = (Math.Clamp(quantity, 1, MostPieces), selected, now);

    /// <summary>The same line in another cart.</summary>
    public CartLine MovedTo(string ownerKey) => new() { OwnerKey = ownerKey, SkuId = SkuId, Quantity = Quantity, SeenPriceFen = SeenPriceFen, IsSelected = IsSelected, AddedAt = AddedAt, TouchedAt = TouchedAt };
}

internal sealed class CartLineTable : IEntityTypeConfiguration<CartLine>
{
    public void Configure(EntityTypeBuilder<CartLine> line)
    {
        line.ToTable("CartLines");
        line.HasKey(x => new { x.OwnerKey, x.SkuId });
        line.Property(x => x.OwnerKey).HasMaxLength(64);
        line.Property(x => x.Quantity).IsConcurrencyToken(); // an add and a merge at once: none is lost
        line.HasIndex(x => x.TouchedAt);
    }
}
