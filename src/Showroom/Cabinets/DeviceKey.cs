using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>A key a device shows: 256 random bits that nobody can read again. Only their hash is kept; so long a secret needs no slow hash.</summary>
internal sealed class DeviceKey
{
    /// <summary>How long the former key still opens the door when a new one was issued, so that the device can be given it without falling silent.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const string Prefix = "zfd_";

    public Guid Id { get; private init; }
    public Guid CabinetId { get; private init; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>The last four characters, for people to tell keys apart.</summary>
    public string Hint { get; private init; } = "";

    public DateTime IssuedAt { get; private init; }
    public string IssuedBy { get; private init; } = "";

    /// <summary>When a newer key takes over for good; null: it is the newest.</summary>
    public DateTime? ExpiresAt { get; private init; }

    public DateTime? RevokedAt { get; private init; }

    public bool Opens(DateTime now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);

    public static DeviceKey Of(Guid id, Guid cabinetId, string hash, string hint, string by, DateTime now) => new() { Id = id, CabinetId = cabinetId, Hash = hash, Hint = hint, IssuedBy = by, IssuedAt = now };

    /// <summary>A new secret under an id; the only moment at which it can be read.</summary>
    public static string Make(Guid id) => $"{Prefix}{id:N}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>What is kept of a key.</summary>
    public static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Which key a text claims to be, or null when it cannot be one.</summary>
    public static Guid? IdOf(string key) =>
        key.Length == Prefix.Length + 32 + 1 + 43 && key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(key.AsSpan(Prefix.Length, 32).ToString().ToLower(CultureInfo.InvariantCulture), "N", out var id) ? id : null;

    /// <summary>Whether the text is this key; takes as long for a near miss as for a far one.</summary>
    public bool Is(string key) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(HashOf(key)));
}
