using ZhongFu.Platform.Requests;

namespace ZhongFu.Platform.Tests.Requests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  　 ")]
    [InlineData("\u200b\u200c\u200d\ufeff")]
    [InlineData("\0\u0007\u001b")]
    [InlineData("\u202e\u2066\u200f")]
    [InlineData("\u3164\u115f\u2800")]
    [InlineData("\ufe0f\u0301")]
    [InlineData(" \u200b\t\r\n\u2028 ")]
    [InlineData("\ud800")]
    [InlineData("\udb40\udc41")]
    public void A_text_that_nobody_sees_is_no_text(string? text) => Assert.Null(PlainText.Clean(text));

    [Theory]
    [InlineData(" 李雷 ", "李雷")]
    [InlineData("李\u200b雷\0", "李雷")]
    [InlineData("\u202e雷李", "雷李")]
    [InlineData("示范路\r\n1 号", "示范路  1 号")]
    [InlineData("<b>Ana&</b>", "<b>Ana&</b>")]
    [InlineData("é́", "é́")]
    [InlineData("𠮷野 👍", "𠮷野 👍")]
    [InlineData("❤️", "❤️")]
    public void What_is_seen_stays(string text, string kept) => Assert.Equal(kept, PlainText.Clean(text));
}
