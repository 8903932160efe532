using BpoDirectory.Exchange.Import;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Tests.Exchange.Import.Files;

/// <summary>Excel workbooks, honest ones and others.</summary>
public sealed class WorkbookTests : IDisposable
{
    private const string Head =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>since</t></is></c></row>";

    private readonly TestFolder _folder = new();

    private string Path => _folder.File("table.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_are_read_as_a_spreadsheet_shows_them_whatever_the_file_is_called()
    {
        Workbook.Write(Path, Head + "<row r=\"2\">" + Workbook.Text("A2", "Payroll") + "<c r=\"B2\" s=\"1\"><v>45292</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\"><v>1234567</v></c></row>"
            + "<row r=\"4\">" + Workbook.Text("A4", "Share") + "<c r=\"B4\" s=\"2\"><v>0.125</v></c></row>");

        var file = Open();

        Assert.Equal(
            [["Payroll", "2024-01-01"], ["yes", "1234567"], ["Share", "12.5%"]],
            TableReader.Read(Path, file.Format).Select(row => row.Cells));
    }

    [Fact]
    public void Formulas_errors_merged_cells_hidden_sheets_macros_and_links_are_told()
    {
        Workbook.Write(
            Path,
            [
                ("Notes", true, "<row r=\"1\">" + Workbook.Text("A1", "secret") + "</row>", ""),
                ("Units", false,
                    Head + "<row r=\"2\">" + Workbook.Text("A2", "Payroll")
                        + "<c r=\"B2\"><f>1+1</f><v>2</v></c><c r=\"C2\" t=\"e\"><v>#N/A</v></c></row>",
                        "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"),
            ],
            ("xl/vbaProject.bin", "macros"), ("xl/externalLinks/externalLink1.xml", "<x/>"));

        var file = Open();

        Assert.Equal("Units", file.Format.Sheet);
        Assert.Equal("2", TableReader.Read(Path, file.Format).First().Cells[1]);
        foreach (var told in new[] { "“Notes” (hidden)", "such as B2", "1 cell shows an error in place of a value, such as C2",
            "Merged cells, such as A2:A3", "neither run nor kept", "refers to other files" })
            Assert.Contains(file.Notices, notice => notice.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void Million_empty_rows_cost_nothing_and_are_told()
    {
        Workbook.Write(Path, Head + "<row r=\"2\">" + Workbook.Text("A2", "Payroll") + "</row><row r=\"1000002\"/>");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var file = Open();

        Assert.Equal(1, file.Rows);
        Assert.Contains(file.Notices, notice => notice.Contains("1,000,000 empty rows", StringComparison.Ordinal));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
    }

    [Theory]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("1234567890123456", "1234567890123460")]
    [InlineData("1E+15", "1000000000000000")]
    [InlineData("12345678901234567890", "12345678901234600000")]
    [InlineData("-4111111111111111", "-4111111111111110")]
    public void Large_numbers_are_read_with_the_digits_that_a_spreadsheet_shows(string number, string shown)
    {
        Workbook.Write(Path, Head + "<row r=\"2\">" + Workbook.Text("A2", "Payroll") + $"<c r=\"B2\"><v>{number}</v></c></row>");

        Assert.Equal(shown, TableReader.Read(Path, Open().Format).First().Cells[1]);
    }

    [Fact]
    public void Formula_without_a_value_is_refused()
    {
        Workbook.Write(Path, Head + "<row r=\"2\">" + Workbook.Text("A2", "Payroll") + "<c r=\"B2\"><f>NOW()</f></c></row>");

        Assert.Contains("formula in B2", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Five_thousand_columns_are_refused()
    {
        Workbook.Write(
            Path, "<row r=\"1\">" + Workbook.Text("A1", "name") + Workbook.Text("GJH1", "last") + "</row><row r=\"2\">"
                + Workbook.Text("A2", "Payroll") + "</row>");

        Assert.Contains("500 at most", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_expands_without_end_is_refused()
    {
        Workbook.Write(Path, Head, "", ("xl/media/large.xml", new string(' ', 20_000_000)));

        Assert.Contains("expands to more than 15 MB", Refusal(new ImportLimits(FileMegabytes: 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Document_type_is_refused()
    {
        Workbook.Write(Path, []);
        using (var file = System.IO.Compression.ZipFile.Open(Path, System.IO.Compression.ZipArchiveMode.Update))
        {
            file.GetEntry("xl/workbook.xml")!.Delete();
            using var part = new StreamWriter(file.CreateEntry("xl/workbook.xml").Open());
            part.Write("<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>");
        }

        Assert.Contains("document type declaration", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>",
        "document type declaration")]
    [InlineData("xl/sharedStrings.xml", "<sst><si><t>cut", "damaged")]
    [InlineData("xl/styles.xml", "<!DOCTYPE s [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><styleSheet>&b;</styleSheet>",
        "document type declaration")]
    [InlineData("xl/worksheets/sheet1.xml", "<!DOCTYPE w [<!ENTITY a \"aa\">]><worksheet>&a;</worksheet>", "document type declaration")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\">", "damaged")]
    public void Part_that_cannot_be_trusted_is_refused(string part, string content, string told)
    {
        Workbook.Write(Path, Head + "<row r=\"2\">" + Workbook.Shared("A2", 0) + "</row>", "", Workbook.SharedTexts("Payroll"));
        using (var file = System.IO.Compression.ZipFile.Open(Path, System.IO.Compression.ZipArchiveMode.Update))
        {
            file.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(file.CreateEntry(part).Open());
            writer.Write(content);
        }

        Assert.Contains(told, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_longer_than_a_cell_can_hold_is_refused_without_being_kept()
    {
        Workbook.Write(
            Path, Head + "<row r=\"2\">" + Workbook.Shared("A2", 0) + "</row>", "", Workbook.SharedTexts(new string('x', 50_000_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("more text than a spreadsheet can", Refusal(), StringComparison.Ordinal);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Text_that_many_cells_share_counts_as_often_as_it_is_shown()
    {
        var rows = Enumerable.Range(2, 50).Select(row => $"<row r=\"{row}\">{Workbook.Shared($"A{row}", 0)}</row>");
        Workbook.Write(Path, Head + string.Concat(rows), "", Workbook.SharedTexts(new string('x', 30_000)));

        Assert.Contains("more than 1,048,576 characters", Refusal(new ImportLimits(FileMegabytes: 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_zip_files_are_refused()
    {
        using (var file = System.IO.Compression.ZipFile.Open(Path, System.IO.Compression.ZipArchiveMode.Create))
            file.CreateEntry("readme.txt");

        Assert.Contains("no Excel workbook", Refusal(), StringComparison.Ordinal);
    }

    private string Refusal(ImportLimits? limits = null) =>
        Assert.Throws<TableRefusedException>(() =>
            TableFile.Open(Path, limits ?? new ImportLimits(), _ => false, CancellationToken.None)).Message;

    private TableFile Open() => TableFile.Open(Path, new ImportLimits(), heading => heading == "name", CancellationToken.None);
}
