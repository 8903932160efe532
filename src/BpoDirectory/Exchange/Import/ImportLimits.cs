using BpoDirectory.Operations;

namespace BpoDirectory.Exchange.Import;

/// <summary>How much one import may be.</summary>
/// <param name="FileMegabytes">The largest file.</param>
/// <param name="Rows">The most rows of a table.</param>
/// <param name="Columns">The most columns.</param>
/// <param name="Minutes">The longest time that reading and comparing, or applying, may take.</param>
/// <param name="KeptHours">How long a file is kept that nobody applied.</param>
public sealed record ImportLimits(int FileMegabytes = 20, int Rows = 100_000, int Columns = 500, int Minutes = 5, int KeptHours = 24)
{
    private const string Section = "Import";
    private const string FileKey = "Import:FileMegabytes";
    private const string RowsKey = "Import:Rows";
    private const string ColumnsKey = "Import:Columns";
    private const string MinutesKey = "Import:Minutes";
    private const string KeptKey = "Import:KeptHours";

    // A workbook is a compressed file; honest ones are up to ten times as large inside.
    private const int MostExpansion = 15;

    /// <summary>The largest file, in bytes.</summary>
    public long FileBytes => FileMegabytes * 1024L * 1024;

    /// <summary>
    /// The most characters of a table, as many as the largest text file holds: a workbook can show one text in many cells.
    /// </summary>
    public long Characters => FileBytes;

    /// <summary>The most that a workbook may hold when it is expanded, in bytes.</summary>
    public long ExpandedBytes => FileBytes * MostExpansion;

    /// <summary>The limits as they are configured.</summary>
    /// <exception cref="SettingException">One of them is no number, or out of bounds, or there is an unknown key.</exception>
    public static ImportLimits Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, FileKey, RowsKey, ColumnsKey, MinutesKey, KeptKey);
        var usual = new ImportLimits();
        return new ImportLimits(
            Setting.WholeNumber(configuration, FileKey, "megabytes", usual.FileMegabytes, least: 1, most: 1000),
            Setting.WholeNumber(configuration, RowsKey, "rows", usual.Rows, least: 1, most: 1_000_000),
            Setting.WholeNumber(configuration, ColumnsKey, "columns", usual.Columns, least: 1, most: 16_384),
            Setting.WholeNumber(configuration, MinutesKey, "minutes", usual.Minutes, least: 1, most: 120),
            Setting.WholeNumber(configuration, KeptKey, "hours", usual.KeptHours, least: 1, most: 24 * 30));
    }
}
