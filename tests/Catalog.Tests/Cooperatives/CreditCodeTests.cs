using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Cooperatives;

namespace ZhongFu.Catalog.Tests.Cooperatives;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43", true)] // the example of GB 32100-2015, annex A
    [InlineData("93360734MA001BCD52", true)]
    [InlineData("93360734ma001bcd52", true)]
    [InlineData("93360734MA001BCD53", false)]
    [InlineData("93360734MA001BCD5", false)]
    [InlineData("93360734MA001BCD522", false)]
    [InlineData("9336O734MA001BCD52", false)] // the letter O is not used
    [InlineData("统一社会信用代码统一社会信用代码统一", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_check_character_must_be_right(string? text, bool isRight) => Assert.Equal(isRight, CreditCode.TryParse(text, out _));

    [Fact]
    public void Two_neighbouring_characters_changed_over_are_noticed() => Assert.False(CreditCode.TryParse("93360743MA001BCD52", out _));

    [Fact]
    public void A_cooperative_with_a_wrong_code_is_not_admitted() => Assert.Throws<FormatException>(() =>
        Cooperative.Admit(Guid.CreateVersion7(), "C1", "x", "x", "360734101", "x", 1, "93360734MA001BCD53", "", CooperativeStatus.Active));
}
