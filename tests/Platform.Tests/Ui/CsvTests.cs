using System.Text;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Platform.Tests.Ui;

public sealed class CsvTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("小站 \"1\", 东门", "\"小站 \"\"1\"\", 东门\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    public void A_text_cannot_leave_its_cell_or_become_a_formula(string? text, string cell) => Assert.Equal(cell, CsvCell.Text(text));

    [Fact]
    public void A_file_says_that_it_is_utf_8()
    {
        var file = CsvFile.Of("编号\r\n", "a.csv");
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("编号\r\n")], file.FileContents.ToArray());
        Assert.Equal(("text/csv; charset=utf-8", "a.csv"), (file.ContentType, file.FileDownloadName));
    }
}
