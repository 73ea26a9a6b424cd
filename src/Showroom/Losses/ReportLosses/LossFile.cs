using System.Text;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Losses.ReportLosses;

/// <summary>The write-offs as a file.</summary>
internal static class LossFile
{
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
}
