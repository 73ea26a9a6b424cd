using System.Text;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Shifts.ListShifts;

/// <summary>The list of shift reports as a file.</summary>
internal static class ShiftDays
{
    /// <summary>Comma separated, money in yuan; a text that a spreadsheet would take for a formula is marked as text.</summary>
    public static string Csv(IEnumerable<ReportInList> reports)
    {
        var file = new StringBuilder("number,day,till,kind,cashier,opened_at,closed_at,sales,sales_yuan,returns_yuan,voids_yuan,expected_yuan,counted_yuan,difference_yuan,reason,taken_by\r\n");
        foreach (var x in reports)
            file.AppendJoin(',', x.Number, Format.Date(x.Day), x.Terminal, x.Kind, CsvCell.Text(x.Cashier), Format.Moment(x.OpenedAt), Format.Moment(x.ClosedAt), x.SalesCount, Format.Yuan(x.SalesFen), Format.Yuan(x.ReturnsFen),
                Format.Yuan(x.VoidsFen), Format.Yuan(x.ExpectedFen), Format.Yuan(x.CountedFen), Format.Yuan(x.DifferenceFen), CsvCell.Text(x.Reason), CsvCell.Text(x.TakenBy)).Append("\r\n");
        return file.ToString();
    }
}
