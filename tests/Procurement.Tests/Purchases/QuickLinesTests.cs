using CsCheck;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Tests.Purchases;

public sealed class QuickLinesTests
{
    [Fact]
    public void People_paste_what_they_have()
    {
        var (lines, problems) = QuickLines.Read("\uFEFF编码,数量\r\nP0001-1\t40\r\n  P0002-1，２０ \n\n\"P0003-1\",寻乌脐橙,5\nP0004-1\nP0005-1 0\nP0006-1 1.5\nP0007-1 2e3\n");
        Assert.Equal([(2, "P0001-1", 40L), (3, "P0002-1", 20L), (5, "P0003-1", 5L)], lines.Select(x => (x.Row, x.Code, x.Quantity)));
        Assert.Equal([(6, "NoQuantity"), (7, "Quantity"), (8, "Quantity"), (9, "Quantity")], problems.Select(x => (x.Row, x.Kind)));
    }

    [Fact]
    public void Of_ten_thousand_rows_a_thousand_are_read_and_the_rest_is_told()
    {
        var (lines, problems) = QuickLines.Read(string.Join('\n', Enumerable.Range(0, 10_000).Select(i => $"P{i} {(i % 300 == 0 ? "x" : "1")}")));
        Assert.Equal(QuickLines.Most, lines.Count + problems.Count - 1);
        Assert.Equal("TooMany", problems[^1].Kind);
    }

    [Fact]
    public void Nothing_is_dropped_silently_whatever_is_pasted() =>
        Gen.String.Array[0, 20].Sample(rows =>
        {
            var text = string.Join('\n', rows);
            var (lines, problems) = QuickLines.Read(text);
            var filled = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Count(row => row.Trim().Length > 0);
            Assert.True(lines.Count + problems.Count <= filled);
            Assert.True(lines.Count + problems.Count >= filled - 1 - text.Count(c => char.IsWhiteSpace(c) || c is '\uFEFF')); // a heading line at most
        });

    [Theory]
    [InlineData("P0002-9", "P0002-1")]
    [InlineData("p002-1", "P0002-1")]
    [InlineData("寻乌脐橙", null)]
    public void A_near_code_is_suggested(string typed, string? suggested) => Assert.Equal(suggested, QuickLines.Closest(typed, ["P0002-1", "P0131-2"]));
}
