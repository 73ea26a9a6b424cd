using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ZhongFu.Platform.Ui;

/// <summary>Comma separated rows as a file to keep.</summary>
public static class CsvFile
{
    /// <summary>UTF-8 with its mark, without which spreadsheets take Chinese for another encoding.</summary>
    public static FileContentHttpResult Of(string rows, string name) => TypedResults.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(rows)], "text/csv; charset=utf-8", name);
}
