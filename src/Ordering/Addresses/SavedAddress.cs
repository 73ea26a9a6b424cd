using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ZhongFu.Ordering.Addresses;

/// <summary>An address of somebody's book. Personal data: only its owner sees it; an order takes a copy.</summary>
internal sealed class SavedAddress
{
    /// <summary>Most addresses of one person.</summary>
    public const int Most = 30;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string OwnerKey { get; private init; } = "";
    public string Recipient { get; private set; } = "";

    /// <summary>E.164.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>Code of the street, or of the district where there are no streets in the books.</summary>
    public string RegionCode { get; private set; } = "";

    public string RegionName { get; private set; } = "";
    public string Detail { get; private set; } = "";
    public bool IsDefault { get; private set; }

    public static SavedAddress Of(string ownerKey) => new() { OwnerKey = ownerKey };

    public void Write(string recipient, string phone, Region region, string detail) =>
        (Recipient, Phone, RegionCode, RegionName, Detail) = (recipient, phone, region.Code, region.Name, detail);

    public void Copy(SavedAddress other) => Write(other.Recipient, other.Phone, new Region(other.RegionCode, other.RegionName), other.Detail);

    /// <summary>The same person, phone and place: the book keeps it once.</summary>
    public bool SaysTheSameAs(SavedAddress other) =>
        (Recipient, Phone, RegionCode, Detail) == (other.Recipient, other.Phone, other.RegionCode, other.Detail);

    public void MakeDefault(bool isDefault) => IsDefault = isDefault;
}

internal sealed class SavedAddressTable : IEntityTypeConfiguration<SavedAddress>
{
    public void Configure(EntityTypeBuilder<SavedAddress> address)
    {
        address.ToTable("Addresses");
        address.Property(x => x.Id).ValueGeneratedNever();
        address.Property(x => x.OwnerKey).HasMaxLength(64);
        address.Property(x => x.Recipient).HasMaxLength(50);
        address.Property(x => x.Phone).HasMaxLength(20);
        address.Property(x => x.RegionCode).HasMaxLength(9);
        address.Property(x => x.RegionName).HasMaxLength(120);
        address.Property(x => x.Detail).HasMaxLength(200);
        address.HasIndex(x => x.OwnerKey);
    }
}
