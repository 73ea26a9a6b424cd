using System.Globalization;
using System.Text;
using ZhongFu.Platform.Ui;
using ZhongFu.Showroom.Losses.ReportLosses;

namespace ZhongFu.Showroom.Losses;

/// <summary>The days a report is about, and the report as a file.</summary>
internal static class LossDays
{
    /// <summary>What a person typed, as far as it makes sense: from the first of the month otherwise.</summary>
    public static (DateOnly From, DateOnly Until) Of(string? from, string? until, DateOnly today)
    {
        var last = Parse(until) ?? today;
        var first = Parse(from) ?? new DateOnly(last.Year, last.Month, 1);
        return first <= last ? (first, last) : (last, first);
    }

    /// <summary>One row for each line, money in yuan; a text that a spreadsheet would take for a formula is marked as text.</summary>
    public static string Csv(IEnumerable<LossInList> losses)
    {
        var file = new StringBuilder("number,day,place,cause,party,state,code,goods,batch,pieces,unit_price_yuan,value_yuan,note,recorded_by,decided_by,decision_note,transfer\r\n");
        foreach (var x in losses)
            foreach (var line in x.Lines)
                file.AppendJoin(',', x.Number, Format.Date(x.Day), CsvCell.Text(x.Place), x.Cause, x.Party, x.State, CsvCell.Text(line.Code), CsvCell.Text(line.Name), CsvCell.Text(line.Batch), line.Quantity, Format.Yuan(line.UnitPriceFen),
                    Format.Yuan(line.Quantity * line.UnitPriceFen), CsvCell.Text(x.Note), CsvCell.Text(x.RecordedBy), CsvCell.Text(x.DecidedBy), CsvCell.Text(x.DecisionNote), CsvCell.Text(x.TransferNumber)).Append("\r\n");
        return file.ToString();
    }

    private static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2020 and <= 2100 ? day : null;
}
