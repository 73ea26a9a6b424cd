using System.Text.Json;

namespace ZhongFu.Procurement.Rfqs;

/// <summary>What a cooperative quotes. Lives in memory only, between the door and the seal: never logged, never stored, and it does not print its prices.</summary>
/// <param name="Lines">Lines it quotes for.</param>
/// <param name="ValidUntil">Last day on which it stands by them.</param>
/// <param name="Note">At most 200 characters.</param>
internal sealed record QuoteContent(IReadOnlyList<QuotedLine> Lines, DateOnly ValidUntil, string? Note)
{
    public override string ToString() => "[quote]";

    /// <summary>The one way to write it down: what is sealed and what repeats are recognised by.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static QuoteContent FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<QuoteContent>(bytes) ?? throw new JsonException("Nothing inside.");
}

/// <summary>One quoted line.</summary>
/// <param name="Line">Number of the request's line.</param>
/// <param name="UnitPriceFen">Fen for one unit, delivered, tax included.</param>
/// <param name="Quantity">How many it can supply.</param>
/// <param name="SkuId">The article of its own it offers, if it is in the catalogue.</param>
internal sealed record QuotedLine(int Line, long UnitPriceFen, long Quantity, Guid? SkuId)
{
    public override string ToString() => "[line]";
}
