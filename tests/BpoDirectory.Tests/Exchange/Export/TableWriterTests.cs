using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Departments;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Export;
using CsvHelper;

namespace BpoDirectory.Tests.Exchange.Export;

/// <summary>Tables as files of each format.</summary>
public sealed partial class TableWriterTests
{
    private static readonly string[] Columns = ["name", "summary", "aliases", "officeReason"];

    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task Csv_begins_with_a_byte_order_mark_and_ends_lines_as_its_standard_says()
    {
        var file = await WriteAsync(
            ExportFormat.Csv, [new DepartmentContent { Name = "Legal", Aliases = [new() { Name = "Law" }, new() { Name = "Counsel" }] }]);

        Assert.Equal("\uFEFFname,summary,aliases,officeReason\r\nLegal,,\"Law\nCounsel\",\r\n", Encoding.UTF8.GetString(file));
    }

    [Fact]
    public async Task Every_text_comes_back_from_csv_and_no_cell_is_a_formula()
    {
        var file = await WriteAsync(ExportFormat.Csv, Rows());
        using var text = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        using var reader = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false });

        var cells = new List<string[]>();
        while (reader.Read())
            cells.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index))]);

        AssertRows(cells);
    }

    [Fact]
    public async Task Every_text_comes_back_from_a_workbook_in_which_each_cell_is_a_text()
    {
        var file = await WriteAsync(ExportFormat.Xlsx, Rows());
        using var archive = new ZipArchive(new MemoryStream(file));
        await using var part = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        var sheet = XDocument.Load(part, LoadOptions.PreserveWhitespace);

        Assert.Empty(sheet.Descendants(Sheet + "f"));
        Assert.All(sheet.Descendants(Sheet + "c"), cell => Assert.Equal("inlineStr", cell.Attribute("t")?.Value));
        AssertRows([.. sheet.Descendants(Sheet + "row")
            .Select(row => row.Elements(Sheet + "c").Select(cell => Unescape(cell.Value)).ToArray())]);
    }

    [Fact]
    public async Task Every_text_comes_back_from_json_as_it_is()
    {
        using var json = JsonDocument.Parse(await WriteAsync(ExportFormat.Json, Rows()));

        var rows = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(OddTexts.All, rows.Select(row => row.GetProperty("summary").GetString()));
        Assert.All(rows, row => Assert.Equal(Columns, row.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(OddTexts.All, rows.Select(row => row.GetProperty("aliases")[0].GetString()));
    }

    [Fact]
    public async Task Table_without_rows_is_a_whole_file()
    {
        Assert.Equal("\uFEFFname,summary,aliases,officeReason\r\n", Encoding.UTF8.GetString(await WriteAsync(ExportFormat.Csv, [])));
        Assert.Equal("[]", Encoding.UTF8.GetString(await WriteAsync(ExportFormat.Json, [])));
        using var archive = new ZipArchive(new MemoryStream(await WriteAsync(ExportFormat.Xlsx, [])));
        Assert.NotNull(archive.GetEntry("xl/workbook.xml"));
    }

    private static IReadOnlyList<DepartmentContent> Rows() =>
        [.. OddTexts.All.Select(text =>
            new DepartmentContent { Name = "A name", Summary = text, Aliases = [new() { Name = text }], OfficeReason = text })];

    private static void AssertRows(List<string[]> cells)
    {
        Assert.Equal(Columns, cells[0]);
        Assert.DoesNotContain(cells.SelectMany(row => row), cell => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]);
        Assert.Equal(OddTexts.All, cells.Skip(1).Select(row => SpreadsheetText.FromCell(row[1])));
        Assert.Equal(OddTexts.All, cells.Skip(1).Select(row => Assert.Single(ListText.Split(SpreadsheetText.FromCell(row[2])))));
        Assert.Equal(OddTexts.All, cells.Skip(1).Select(row => SpreadsheetText.FromCell(row[3])));
    }

    private static async Task<byte[]> WriteAsync(ExportFormat format, IReadOnlyList<DepartmentContent> rows)
    {
        using var file = new MemoryStream();
        var columns = Tables.Departments.Choose(string.Join(',', Columns), out _);
        await TableExport.WriteAsync(file, format, columns, new[] { rows }.ToAsyncEnumerable(), Audience.Editors);
        return file.ToArray();
    }

    private static string Unescape(string text) =>
        Escaped().Replace(
            text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
