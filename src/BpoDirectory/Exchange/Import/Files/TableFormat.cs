namespace BpoDirectory.Exchange.Import.Files;

/// <summary>What a file is, told from its content: its name may say something else.</summary>
public enum TableKind
{
    /// <summary>Lines of cells, with a character between them.</summary>
    Text,

    /// <summary>An Excel workbook (.xlsx).</summary>
    Workbook,

    /// <summary>A JSON array of objects.</summary>
    Json,
}

/// <summary>How a file is read as a table: as it was recognised, or as an editor chose.</summary>
public sealed record TableFormat
{
    /// <summary>Stands between cells where a text has one column only: it occurs in none.</summary>
    public const char NoDelimiter = '\u001F';

    public required TableKind Kind { get; init; }

    /// <summary>Of texts: the name of the encoding, one of <see cref="TextEncodings.Names"/>.</summary>
    public string Encoding { get; init; } = TextEncodings.Utf8;

    /// <summary>Of texts: what stands between cells.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Of workbooks: the name of the sheet.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>The number of the row with the headings; 0 where there is none.</summary>
    public int HeaderRow { get; init; }

    /// <summary>The number of the first row of the table.</summary>
    public int FirstRow { get; init; } = 1;

    /// <summary>Whether letters that were read in a wrong encoding before are put right; see <see cref="Mojibake"/>.</summary>
    public bool RepairsLetters { get; init; }
}

/// <summary>A row of a table as it stands in the file.</summary>
/// <param name="Number">Its number, from 1, as a spreadsheet shows it.</param>
/// <param name="Cells">Its cells; there may be fewer or more than there are columns.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Whether a quotation mark stands where none should.</summary>
    public bool HasStrayQuote { get; init; }

    /// <summary>Why its cells cannot be told apart, and what to do; null where they can.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
