using System.Text;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Stocktakes.ReadStocktakes;

/// <summary>A stocktake as a file.</summary>
internal static class StocktakeFile
{
    /// <summary>Comma separated, money in yuan.</summary>
    public static string Csv(StocktakeSheet sheet)
    {
        var file = new StringBuilder("stocktake,place,code,barcode,goods,batch,expected,counted,difference,difference_yuan,counted_by,counted_at\r\n");
        foreach (var x in sheet.Lines)
            file.AppendJoin(',', sheet.Number, CsvCell.Text(sheet.Place), x.Code, x.Barcode, CsvCell.Text(x.Name), CsvCell.Text(x.Batch), x.Expected, x.Counted, x.Difference,
                x.DifferenceFen is { } fen ? Format.Yuan(fen) : "", CsvCell.Text(x.CountedBy), Format.Moment(x.CountedAt)).Append("\r\n");
        return file.ToString();
    }
}
