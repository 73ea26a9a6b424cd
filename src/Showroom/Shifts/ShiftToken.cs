using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Shifts;

/// <summary>Leave to open a shift without a link, given while there was one.</summary>
/// <param name="DeviceId">The only till it is good for.</param>
/// <param name="Key">Whose shift it will be.</param>
/// <param name="From">When it was given: no shift under it began before.</param>
/// <param name="Until">A shift opened later, by the till's clock, is not covered.</param>
internal sealed record ShiftToken(string DeviceId, string Key, string Name, DateTime From, DateTime Until)
{
    /// <summary>The person of the shift; the token lends a name to the drawer and no rights.</summary>
    public Actor Cashier => new(null, Key, Name, new Dictionary<string, Scope>());
}

/// <summary>Signs leaves to open a shift and reads them again. Signed and sealed by the house's own keys: a till can keep one, and can neither make nor change one.</summary>
internal sealed class ShiftTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("showroom.shift-token.v1");

    public string Sign(ShiftToken token) => seal.Protect(JsonSerializer.Serialize(token));

    /// <summary>Null when this house did not sign it.</summary>
    public ShiftToken? Read(string signed)
    {
        try { return JsonSerializer.Deserialize<ShiftToken>(seal.Unprotect(signed)); }
        catch (CryptographicException) { return null; }
    }
}
