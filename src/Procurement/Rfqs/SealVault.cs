using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Time;

namespace ZhongFu.Procurement.Rfqs;

/// <summary>The keys of one request, as its database row holds them: useless without the key ring and the share, which are files elsewhere.</summary>
internal sealed class RfqKey(Guid rfqId, Guid shareId, byte[] publicKey, byte[] privateKey, byte[] stampKey)
{
    public Guid RfqId { get; private init; } = rfqId;

    /// <summary>Names the file with the other share.</summary>
    public Guid ShareId { get; private init; } = shareId;

    /// <summary>Quotes are sealed for it.</summary>
    public byte[] PublicKey { get; private init; } = publicKey;

    /// <summary>Masked with the share, then protected together with the deadline.</summary>
    public byte[] PrivateKey { get; private init; } = privateKey;

    /// <summary>Key of stamps and fingerprints, kept in the same way; usable before the deadline, opens nothing.</summary>
    public byte[] StampKey { get; private init; } = stampKey;
}

/// <summary>Makes, keeps and gives out the keys that open quotes (docs/adr/0018-sealed-quotes.md). The private key comes out after the deadline only;
/// the deadline that counts is the one protected with the key, not the one in the request's row.</summary>
internal sealed class SealVault(IDataProtectionProvider protection, IConfiguration configuration, TimeProvider clock)
{
    private const int ShareLength = 32;

    /// <summary>A fresh key pair for a request that is published now.</summary>
    public RfqKey Make(Guid rfqId, DateTime deadline)
    {
        var share = RandomNumberGenerator.GetBytes(ShareLength);
        var shareId = Guid.CreateVersion7();
        using (var file = new FileStream(PathOf(shareId), NewFile())) file.Write(share);
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var (secret, stamp) = (pair.ExportPkcs8PrivateKey(), RandomNumberGenerator.GetBytes(32));
        var key = new RfqKey(rfqId, shareId, pair.ExportSubjectPublicKeyInfo(), Wrap(rfqId, "open", deadline, secret, share), Wrap(rfqId, "stamp", deadline, stamp, share));
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(stamp);
        CryptographicOperations.ZeroMemory(share);
        return key;
    }

    /// <summary>The private key, once the deadline has passed.</summary>
    /// <exception cref="RuleBroken"><c>rfq.sealed</c>: it has not. <c>rfq.key-lost</c>: ring, share or row are not what they were.</exception>
    public ECDiffieHellman Open(RfqKey key)
    {
        var (deadline, secret) = Unwrap(key, "open", key.PrivateKey);
        try
        {
            if (clock.UtcNow() < deadline) throw new RuleBroken("rfq.sealed", "Quotes stay sealed until the deadline.", new { deadline });
            var pair = ECDiffieHellman.Create();
            pair.ImportPkcs8PrivateKey(secret, out _);
            return pair;
        }
        finally { CryptographicOperations.ZeroMemory(secret); }
    }

    /// <summary>The deadline as it was when the key was made, whatever the request's row says now.</summary>
    public DateTime DeadlineOf(RfqKey key)
    {
        var (deadline, secret) = Unwrap(key, "stamp", key.StampKey);
        CryptographicOperations.ZeroMemory(secret);
        return deadline;
    }

    /// <summary>A keyed hash: recognises the same text again, but nobody without the key can try out prices against it.</summary>
    public string Stamp(RfqKey key, params ReadOnlySpan<byte> text)
    {
        var (_, secret) = Unwrap(key, "stamp", key.StampKey);
        var stamp = Convert.ToHexStringLower(HMACSHA256.HashData(secret, text));
        CryptographicOperations.ZeroMemory(secret);
        return stamp;
    }

    /// <summary>Throws the share away: what was sealed can never be opened.</summary>
    public void Destroy(Guid shareId) => File.Delete(PathOf(shareId));

    private byte[] Wrap(Guid rfqId, string use, DateTime deadline, byte[] secret, byte[] share)
    {
        var text = new byte[8 + secret.Length];
        BinaryPrimitives.WriteInt64BigEndian(text, deadline.Ticks);
        Mask(secret, share, use).CopyTo(text, 8);
        return Protector(rfqId, use).Protect(text);
    }

    private (DateTime Deadline, byte[] Secret) Unwrap(RfqKey key, string use, byte[] wrapped)
    {
        try
        {
            var (text, share) = (Protector(key.RfqId, use).Unprotect(wrapped), File.ReadAllBytes(PathOf(key.ShareId)));
            return (new DateTime(BinaryPrimitives.ReadInt64BigEndian(text), DateTimeKind.Utc), Mask(text[8..], share, use));
        }
        catch (Exception lost) when (lost is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new RuleBroken("rfq.key-lost", $"The key of the quotes cannot be put together: {lost.GetType().Name}.");
        }
    }

    private IDataProtector Protector(Guid rfqId, string use) => protection.CreateProtector("ZhongFu.Procurement.SealedQuotes", rfqId.ToString("N"), use);

    private static byte[] Mask(byte[] secret, byte[] share, string use)
    {
        var mask = HKDF.Expand(HashAlgorithmName.SHA256, share, secret.Length, System.Text.Encoding.ASCII.GetBytes(use));
        for (var i = 0; i < mask.Length; i++) mask[i] ^= secret[i];
        return mask;
    }

    private string PathOf(Guid shareId)
    {
        var folder = configuration["Rfq:ShareFolder"] is { Length: > 0 } named ? named : Path.Combine(configuration.DataFolder(), "shares");
        return Path.Combine(Directory.CreateDirectory(folder).FullName, shareId.ToString("N") + ".share");
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
