using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ZhongFu.Procurement.Rfqs;

/// <summary>Seals for a public key so that only the private key opens: a fresh ECDH P-256 key agrees on a key with it, AES-256-GCM encrypts.
/// The text is filled up to one length, so the size of an envelope tells nothing.</summary>
internal static class QuoteSeal
{
    /// <summary>Length of every sealed text, bytes; 50 lines and a note fit in.</summary>
    public const int SealedLength = 8192;

    private const int KeyLength = 91, NonceLength = 12, TagLength = 16;

    /// <summary>Length of every envelope, bytes.</summary>
    public const int EnvelopeLength = KeyLength + NonceLength + TagLength + SealedLength;

    /// <summary>How the encoding of every P-256 point begins: keys of any other kind are refused before they are read.</summary>
    private static ReadOnlySpan<byte> KeyHeader => [0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04];

    /// <summary>Where an entry belongs: request, cooperative, revision. Bound into the seal, so that no envelope passes for another's.</summary>
    public static byte[] PlaceOf(Guid rfqId, Guid supplierId, int revision)
    {
        var place = new byte[36];
        rfqId.TryWriteBytes(place, bigEndian: true, out _);
        supplierId.TryWriteBytes(place.AsSpan(16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(32), revision);
        return place;
    }

    public static byte[] Close(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> text, byte[] place)
    {
        if (text.Length > SealedLength - 4) throw new ArgumentException("Too long to seal.", nameof(text));
        var filled = new byte[SealedLength];
        BinaryPrimitives.WriteInt32BigEndian(filled, text.Length);
        text.CopyTo(filled.AsSpan(4));

        using var recipient = ECDiffieHellman.Create();
        recipient.ImportSubjectPublicKeyInfo(publicKey, out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var envelope = new byte[EnvelopeLength];
        once.ExportSubjectPublicKeyInfo().CopyTo(envelope, 0);
        RandomNumberGenerator.Fill(envelope.AsSpan(KeyLength, NonceLength));
        var key = KeyOf(once, recipient.PublicKey, envelope.AsSpan(0, KeyLength), place);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(envelope.AsSpan(KeyLength, NonceLength), filled, envelope.AsSpan(KeyLength + NonceLength + TagLength), envelope.AsSpan(KeyLength + NonceLength, TagLength), place);
        CryptographicOperations.ZeroMemory(filled);
        CryptographicOperations.ZeroMemory(key);
        return envelope;
    }

    /// <exception cref="CryptographicException">Not what was sealed for this key and this place.</exception>
    public static byte[] Open(ECDiffieHellman privateKey, byte[] envelope, byte[] place)
    {
        if (envelope.Length != EnvelopeLength || !envelope.AsSpan().StartsWith(KeyHeader)) throw new CryptographicException("Not an envelope.");
        using var once = ECDiffieHellman.Create();
        once.ImportSubjectPublicKeyInfo(envelope.AsSpan(0, KeyLength), out _);
        var key = KeyOf(privateKey, once.PublicKey, envelope.AsSpan(0, KeyLength), place);
        using var cipher = new AesGcm(key, TagLength);
        var filled = new byte[SealedLength];
        cipher.Decrypt(envelope.AsSpan(KeyLength, NonceLength), envelope.AsSpan(KeyLength + NonceLength + TagLength), envelope.AsSpan(KeyLength + NonceLength, TagLength), filled, place);
        CryptographicOperations.ZeroMemory(key);
        var length = BinaryPrimitives.ReadInt32BigEndian(filled);
        return length is >= 0 and <= SealedLength - 4 ? filled.AsSpan(4, length).ToArray() : throw new CryptographicException("Not an envelope.");
    }

    /// <summary>What the cooperative keeps: hash of the envelope and its place.</summary>
    public static string ReceiptOf(byte[] envelope, byte[] place) => Convert.ToHexStringLower(SHA256.HashData([.. place, .. envelope]));

    private static byte[] KeyOf(ECDiffieHellman mine, ECDiffieHellmanPublicKey theirs, ReadOnlySpan<byte> onceKey, byte[] place)
    {
        var agreed = mine.DeriveRawSecretAgreement(theirs);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, 32, salt: [], info: [.. "zhongfu quote 1"u8, .. place, .. onceKey]);
        CryptographicOperations.ZeroMemory(agreed);
        return key;
    }
}
