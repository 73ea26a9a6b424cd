using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace ZhongFu.Procurement.Rfqs;

/// <summary>How an entry is made when it comes and checked when it is opened.</summary>
internal static class QuoteEntry
{
    /// <param name="vault">Keeps the keys.</param>
    /// <param name="key">The request's.</param>
    /// <param name="supplierId">Who quotes.</param>
    /// <param name="revision">From 1.</param>
    /// <param name="text">What is sealed; null for a withdrawal.</param>
    /// <param name="by">User name.</param>
    /// <param name="now">When, UTC.</param>
    public static SealedQuote Of(SealVault vault, RfqKey key, Guid supplierId, int revision, byte[]? text, string by, DateTime now)
    {
        var place = QuoteSeal.PlaceOf(key.RfqId, supplierId, revision);
        var envelope = text is null ? [] : QuoteSeal.Close(key.PublicKey, text, place);
        return new SealedQuote(key.RfqId, supplierId, revision, envelope, QuoteSeal.ReceiptOf(envelope, place), vault.Stamp(key, Stamped(place, envelope, text is null, now)), text is null, by, now);
    }

    /// <summary>Whether the row is what was received: nothing exchanged, moved, added or dated otherwise.</summary>
    public static bool IsAsReceived(SealVault vault, RfqKey key, SealedQuote entry)
    {
        var place = QuoteSeal.PlaceOf(entry.RfqId, entry.SupplierId, entry.Revision);
        return entry.Receipt == QuoteSeal.ReceiptOf(entry.Envelope, place) && entry.Stamp == vault.Stamp(key, Stamped(place, entry.Envelope, entry.IsWithdrawal, entry.ReceivedAt));
    }

    /// <summary>What the entry says, or null when it is not what was received.</summary>
    public static QuoteContent? Read(SealVault vault, RfqKey key, ECDiffieHellman privateKey, SealedQuote entry)
    {
        if (!IsAsReceived(vault, key, entry)) return null;
        try { return QuoteContent.FromBytes(QuoteSeal.Open(privateKey, entry.Envelope, QuoteSeal.PlaceOf(entry.RfqId, entry.SupplierId, entry.Revision))); }
        catch (Exception broken) when (broken is CryptographicException or JsonException) { return null; }
    }

    private static byte[] Stamped(byte[] place, byte[] envelope, bool isWithdrawal, DateTime receivedAt)
    {
        // To the microsecond: finer is not kept by every database.
        var (at, kind) = (new byte[8], isWithdrawal ? (byte)1 : (byte)0);
        BinaryPrimitives.WriteInt64BigEndian(at, receivedAt.Ticks / TimeSpan.TicksPerMicrosecond);
        return [.. "entry"u8, .. place, .. at, kind, .. envelope];
    }
}
