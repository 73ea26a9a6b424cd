using CsCheck;
using ZhongFu.Ordering.Freight;

namespace ZhongFu.Ordering.Tests.Freight;

public sealed class FreightTableTests
{
    private static readonly string[] Provinces = ["44", "36", "54", "11"];

    private readonly FreightRules rules = new();

    [Theory]
    [InlineData("44", 100, 1000, 600), InlineData("44", 100, 1, 600), InlineData("44", 100, 1001, 700), InlineData("44", 100, 2000, 700), InlineData("44", 100, 2001, 800)]
    [InlineData("44", 8799, 5000, 1000), InlineData("44", 8800, 5000, 0), InlineData("44", 8801, 500_000, 0)]
    [InlineData("36", 100, 3000, 1100), InlineData("36", 12_800, 3000, 0)]
    [InlineData("54", 8800, 3000, 3400), InlineData("54", 39_900, 3000, 0)]
    [InlineData("11", 100, 1000, 1000), InlineData("11", 100, 3500, 1750), InlineData("11", 16_800, 3500, 0)]
    public void Freight_goes_by_province_and_weight_with_a_free_threshold(string province, long goodsFen, long grams, long fen) => Assert.Equal(fen, rules.For(province).Fen(goodsFen, grams));

    [Theory]
    [InlineData("44", 8000, 800L), InlineData("44", 8800, null), InlineData("54", 0, 39_900L)]
    public void What_is_missing_to_free_freight_is_told(string province, long goodsFen, long? missing) => Assert.Equal(missing, rules.For(province).MissingForFree(goodsFen));

    [Fact]
    public void More_weight_never_costs_less_and_freight_is_never_negative() =>
        Gen.Select(Gen.Int[0, 3], Gen.Long[0, 50_000], Gen.Long[1, 900_000], Gen.Long[0, 5_000]).Sample((at, goods, grams, more) =>
        {
            var rule = rules.For(Provinces[at]);
            var (light, heavy) = (rule.Fen(goods, grams), rule.Fen(goods, grams + more));
            return light >= 0 && heavy >= light;
        });
}
