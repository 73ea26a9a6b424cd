namespace ZhongFu.Ordering.Addresses;

/// <summary>Texts of the address book (<c>AddressText.resx</c>).</summary>
internal sealed class AddressText;
