namespace ZhongFu.Platform.Ui;

/// <summary>Texts in CSV files.</summary>
public static class CsvCell
{
    /// <summary>A text in quotes; what a spreadsheet would take for a formula is marked as text.</summary>
    public static string Text(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var inert = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
