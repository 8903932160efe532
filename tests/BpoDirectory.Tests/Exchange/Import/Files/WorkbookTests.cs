using BpoDirectory.Exchange.Import;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Tests.Exchange.Import.Files;

/// <summary>Excel workbooks, honest ones and others.</summary>
public sealed class WorkbookTests : IDisposable
{
    private const string Head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>since</t></is></c></row>";

    private readonly TestFolder _folder = new();

    private string Path => _folder.File("table.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_are_read_as_a_spreadsheet_shows_them_whatever_the_file_is_called()
    {
        Workbook.Write(Path, Head + "<row r=\"2\">" + Workbook.Text("A2", "Payroll") + "<c r=\"B2\" s=\"1\"><v>45292</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\"><v>1234567</v></c></row>");

        var file = Open();

        Assert.Equal([["Payroll", "2024-01-01"], ["yes", "1234567"]], TableReader.Read(Path, file.Format).Select(row => row.Cells));
    }

    [Fact]
    public void Formulas_merged_cells_hidden_sheets_macros_and_links_are_told()
    {
        Workbook.Write(
            Path,
            [
                ("Notes", true, "<row r=\"1\">" + Workbook.Text("A1", "secret") + "</row>", ""),
                ("Units", false, Head + "<row r=\"2\">" + Workbook.Text("A2", "Payroll") + "<c r=\"B2\"><f>1+1</f><v>2</v></c></row>", "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"),
            ],
            ("xl/vbaProject.bin", "macros"), ("xl/externalLinks/externalLink1.xml", "<x/>"));

        var file = Open();

        Assert.Equal("Units", file.Format.Sheet);
        Assert.Equal("2", TableReader.Read(Path, file.Format).First().Cells[1]);
        foreach (var told in new[] { "“Notes” (hidden)", "such as B2", "Merged cells, such as A2:A3", "neither run nor kept", "refers to other files" })
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

    [Fact]
    public void Formula_without_a_value_is_refused()
    {
        Workbook.Write(Path, Head + "<row r=\"2\">" + Workbook.Text("A2", "Payroll") + "<c r=\"B2\"><f>NOW()</f></c></row>");

        Assert.Contains("formula in B2", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Five_thousand_columns_are_refused()
    {
        Workbook.Write(Path, "<row r=\"1\">" + Workbook.Text("A1", "name") + Workbook.Text("GJH1", "last") + "</row><row r=\"2\">" + Workbook.Text("A2", "Payroll") + "</row>");

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

    [Fact]
    public void Other_zip_files_are_refused()
    {
        using (var file = System.IO.Compression.ZipFile.Open(Path, System.IO.Compression.ZipArchiveMode.Create))
            file.CreateEntry("readme.txt");

        Assert.Contains("no Excel workbook", Refusal(), StringComparison.Ordinal);
    }

    private string Refusal(ImportLimits? limits = null) =>
        Assert.Throws<TableRefusedException>(() => TableFile.Open(Path, limits ?? new ImportLimits(), _ => false, CancellationToken.None)).Message;

    private TableFile Open() => TableFile.Open(Path, new ImportLimits(), heading => heading == "name", CancellationToken.None);
}
