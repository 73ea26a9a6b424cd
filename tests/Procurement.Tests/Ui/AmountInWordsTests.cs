using ZhongFu.Procurement.Ui;

namespace ZhongFu.Procurement.Tests.Ui;

public sealed class AmountInWordsTests
{
    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(5, "伍分")]
    [InlineData(30, "叁角")]
    [InlineData(100, "壹元整")]
    [InlineData(105, "壹元零伍分")]
    [InlineData(1_680_320, "壹万陆仟捌佰零叁元贰角")]
    [InlineData(10_700_053, "壹拾万柒仟元伍角叁分")] // the law leaves the zero free here
    [InlineData(600_714, "陆仟零柒元壹角肆分")]
    [InlineData(100_000_000_00, "壹亿元整")]
    [InlineData(100_010_000_00, "壹亿零壹万元整")]
    [InlineData(-2_00, "负贰元整")]
    public void Amounts_are_written_as_the_law_says(long fen, string words) => Assert.Equal(words, AmountInWords.Of(fen));
}
