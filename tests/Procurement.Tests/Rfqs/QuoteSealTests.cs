using System.Security.Cryptography;
using CsCheck;
using ZhongFu.Procurement.Rfqs;

namespace ZhongFu.Procurement.Tests.Rfqs;

public sealed class QuoteSealTests : IDisposable
{
    private readonly ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    private static readonly Gen<QuotedLine> Line = Gen.Select(Gen.Int[1, 50], Gen.Long[1, 100_000_000], Gen.Long[1, 100_000], Gen.Guid, Gen.Bool, (line, price, quantity, sku, own) => new QuotedLine(line, price, quantity, own ? sku : null));

    private static readonly Gen<QuoteContent> Content = Gen.Select(Line.List[1, 50], Gen.Int[1, 360], Gen.String[Gen.Char['一', '龟'], 0, 200], (lines, days, note) => new QuoteContent(lines, new DateOnly(2026, 11, 23).AddDays(days), note));

    public void Dispose() => pair.Dispose();

    [Fact]
    public void Whatever_is_sealed_comes_out_again_and_every_envelope_has_one_length() => Content.Sample(content =>
    {
        var place = QuoteSeal.PlaceOf(Guid.NewGuid(), Guid.NewGuid(), 3);
        var envelope = QuoteSeal.Close(pair.ExportSubjectPublicKeyInfo(), content.ToBytes(), place);
        Assert.Equal(QuoteSeal.EnvelopeLength, envelope.Length);
        Assert.Equal(content.ToBytes(), QuoteContent.FromBytes(QuoteSeal.Open(pair, envelope, place)).ToBytes());
    }, iter: 200);

    [Fact]
    public void One_changed_bit_is_found() => Gen.Int[0, QuoteSeal.EnvelopeLength * 8 - 1].Sample(bit =>
    {
        var place = QuoteSeal.PlaceOf(Guid.NewGuid(), Guid.NewGuid(), 1);
        var envelope = QuoteSeal.Close(pair.ExportSubjectPublicKeyInfo(), "¥12.34"u8, place);
        envelope[bit / 8] ^= (byte)(1 << (bit % 8));
        Assert.ThrowsAny<CryptographicException>(() => QuoteSeal.Open(pair, envelope, place));
    }, iter: 200);

    [Fact]
    public void Another_key_another_request_another_cooperative_and_another_revision_open_nothing()
    {
        var (rfq, supplier) = (Guid.NewGuid(), Guid.NewGuid());
        var envelope = QuoteSeal.Close(pair.ExportSubjectPublicKeyInfo(), "¥12.34"u8, QuoteSeal.PlaceOf(rfq, supplier, 1));
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        Assert.ThrowsAny<CryptographicException>(() => QuoteSeal.Open(other, envelope, QuoteSeal.PlaceOf(rfq, supplier, 1)));
        Assert.ThrowsAny<CryptographicException>(() => QuoteSeal.Open(pair, envelope, QuoteSeal.PlaceOf(Guid.NewGuid(), supplier, 1)));
        Assert.ThrowsAny<CryptographicException>(() => QuoteSeal.Open(pair, envelope, QuoteSeal.PlaceOf(rfq, Guid.NewGuid(), 1)));
        Assert.ThrowsAny<CryptographicException>(() => QuoteSeal.Open(pair, envelope, QuoteSeal.PlaceOf(rfq, supplier, 2)));
        Assert.NotEmpty(QuoteSeal.Open(pair, envelope, QuoteSeal.PlaceOf(rfq, supplier, 1)));
    }

    [Fact]
    public void A_quote_does_not_print_its_prices()
    {
        var sent = new SentQuote([new SentLine(1, 123456, 10)], new DateOnly(2026, 12, 1), "秘密");
        var content = new QuoteContent([new QuotedLine(1, 123456, 10, null)], new DateOnly(2026, 12, 1), null);
        Assert.DoesNotContain("123456", $"{sent} {sent.Lines[0]} {content} {content.Lines[0]}", StringComparison.Ordinal);
    }
}
