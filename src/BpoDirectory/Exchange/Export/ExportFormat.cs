namespace BpoDirectory.Exchange.Export;

/// <summary>What kind of file a table is written to.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets know it.</summary>
    Csv,

    /// <summary>A workbook of Excel.</summary>
    Xlsx,

    /// <summary>An array of objects.</summary>
    Json,
}

/// <summary>What programs call the formats.</summary>
public static class ExportFormats
{
    /// <summary>The media type.</summary>
    public static string ToContentType(this ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/json; charset=utf-8",
    };

    /// <summary>How names of such files end.</summary>
    public static string ToExtension(this ExportFormat format) => "." + format.ToString().ToLowerInvariant();
}
