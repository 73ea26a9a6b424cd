namespace ZhongFu.Ordering.Addresses;

/// <summary>What the address form holds between two round trips.</summary>
internal sealed class AddressForm
{
    public string? Recipient { get; set; }
    public string? Phone { get; set; }
    public string? Province { get; set; }
    public string? City { get; set; }
    public string? District { get; set; }
    public string? Street { get; set; }
    public string? Detail { get; set; }
    public bool IsDefault { get; set; }
    public string? ReturnUrl { get; set; }

    public static AddressForm Of(SavedAddress address, string returnUrl)
    {
        string? Part(int length) => address.RegionCode.Length >= length ? address.RegionCode[..length] : null;
        return new AddressForm
        {
            Recipient = address.Recipient, Phone = PhoneText.Show(address.Phone), Province = Part(2), City = Part(4), District = Part(6), Street = Part(9),
            Detail = address.Detail, IsDefault = address.IsDefault, ReturnUrl = returnUrl,
        };
    }
}
