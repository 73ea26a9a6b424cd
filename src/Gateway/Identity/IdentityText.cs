namespace ZhongFu.Gateway.Identity;

/// <summary>Texts of the account pages (<c>IdentityText.resx</c>).</summary>
internal sealed class IdentityText;
