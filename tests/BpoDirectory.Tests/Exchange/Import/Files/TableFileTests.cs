using System.Text;
using BpoDirectory.Exchange.Import;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Tests.Exchange.Import.Files;

/// <summary>Tables as text, from anywhere.</summary>
public sealed class TableFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    static TableFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("utf-8", "name;town\nKörper;São Paulo\n")]
    [InlineData("utf-16", "name;town\nКадры;Москва\n")]
    [InlineData("utf-16BE", "name;town\nКадры;Москва\n")]
    [InlineData("windows-1252", "name;town\nMüller & Söhne;Köln\nCafé René;Orléans\n")]
    [InlineData("windows-1252", "name\nCafé\n")]
    [InlineData("windows-1251", "name;town\nОтдел кадров;Москва\n")]
    [InlineData("windows-1251", "Отдел кадров\nБухгалтерия\n")]
    public void Letters_are_read_in_the_encoding_of_the_file(string encoding, string text)
    {
        var path = Write(TextEncodings.Get(encoding).GetBytes(text));

        var file = Open(path);

        Assert.Equal(encoding, file.Format.Encoding);
        Assert.Equal(text.TrimEnd(), string.Join('\n', TableReader.ReadAll(path, file.Format).Select(row => string.Join(';', row.Cells))));
    }

    [Theory]
    [InlineData(',', "\r\n")]
    [InlineData(';', "\n")]
    [InlineData('\t', "\r")]
    [InlineData('|', "\n")]
    public void Delimiters_and_line_ends_are_found(char delimiter, string end)
    {
        var path = Write(
            string.Join(end, "Name?Summary", "Payroll?\"Pays, on time; monthly | yes\"", "Legal?\"Two\nlines\"", "")
                .Replace('?', delimiter));

        var file = Open(path);

        Assert.Equal(delimiter, file.Format.Delimiter);
        Assert.Equal(["Name", "Summary"], file.Columns.Select(column => column.Heading));
        Assert.Equal(["Pays, on time; monthly | yes", "Two\nlines"], file.Columns[1].Samples);
        Assert.Equal(2, file.Rows);
    }

    [Fact]
    public void Title_before_the_headings_is_left_out_and_told()
    {
        var path = Write("List of public bodies\n\nAs of May 2026\nBody,Kind,Since\nTreasury,office,1998\nMint,agency,1886\nArchive,agency,1838\n");

        var file = Open(path);

        Assert.Equal((4, 5, 3), (file.Format.HeaderRow, file.Format.FirstRow, file.Rows));
        Assert.Equal("Body", file.Columns[0].Heading);
        Assert.Contains(file.Notices, notice => notice.Contains("before row 4", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_without_headings_keeps_its_first_row()
    {
        var path = Write(TextEncodings.Get("windows-1251").GetBytes("01;Растениеводство\r\n02;Лесоводство\r\n03;Рыболовство\r\n"));

        var file = Open(path);

        Assert.Equal((0, 1, 3), (file.Format.HeaderRow, file.Format.FirstRow, file.Rows));
        Assert.Equal("Растениеводство", file.Columns[1].Samples[0]);
        Assert.Contains(file.Notices, notice => notice.Contains("No headings", StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_in_another_language_are_told_from_rows_by_what_stands_below()
    {
        var path = Write("Код;Наименование\n01.1;Выращивание культур\n01.2;Животноводство\n");

        Assert.Equal("Наименование", Open(path).Columns[1].Heading);
    }

    [Fact]
    public void Letters_that_were_read_wrongly_before_are_shown_and_put_right_only_on_demand()
    {
        var path = Write("name,town\rFranÃ§ois,OrlÃ©ans\rIt’s Ã la carte,Kiel\r");

        var file = Open(path);

        Assert.Equal(("FranÃ§ois", "François"), file.Repairs[0]);
        Assert.Equal("FranÃ§ois", TableReader.Read(path, file.Format).First().Cells[0]);
        var repaired = TableReader.Read(path, file.Format with { RepairsLetters = true }).ToList();
        Assert.Equal(["François", "Orléans"], repaired[0].Cells);
    }

    [Theory]
    [InlineData("CAFÉ–BAR")]
    [InlineData("СССР–Россия")]
    [InlineData("Ånd œuvre ß")]
    public void Right_letters_are_never_repaired(string text) => Assert.Equal(text, Mojibake.Repair(text));

    [Theory]
    [InlineData("РџСЂРёРІРµС‚", "Привет")]
    [InlineData("\u00e2\u20ac\u0153quoted\u00e2\u20ac\u009d", "\u201cquoted\u201d")]
    [InlineData("a \u00e2\u20ac\u201c dash", "a \u2013 dash")]
    public void Letters_read_in_a_wrong_encoding_come_back(string text, string right) => Assert.Equal(right, Mojibake.Repair(text));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData("\n \n\n", "empty")]
    [InlineData("name\n", "no rows below")]
    [InlineData("{\"name\": 1}", "no list")]
    [InlineData("{\"format\":\"bpo-directory\",\"version\":1}", "import-everything FILE")]
    [InlineData("[1]", "no object")]
    [InlineData("[{\"name\": }]", "line 1")]
    [InlineData("[{\"name\": \"\\ud800\"}]", "half a character")]
    [InlineData("[{\"\\ud800\": 1}]", "half a character")]
    [InlineData("<html><table></table></html>", "web page")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "web page or XML")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "web page or XML")]
    public void What_is_no_table_is_refused_with_a_reason(string text, string told)
    {
        var path = Write(text);

        Assert.Contains(told, Assert.Throws<TableRefusedException>(() => Open(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,summary\nLegal,x\nPayroll,\"open\nMint,y\n", "never closed, so that the line after")]
    [InlineData("name,summary\nLegal,x\nPayroll,\"open\nMint,y\nArchive,z\n", "never closed, so that the 2 lines after")]
    [InlineData("name,summary\nLegal,x\nScreens 19\" wide,\"open", "never closed: close it")]
    public void Row_whose_quotation_is_never_closed_is_told_and_those_before_it_are_read(string text, string told)
    {
        var path = Write(text);

        var rows = TableReader.Read(path, Open(path).Format).ToList();

        Assert.Equal([2, 3], rows.Select(row => row.Number));
        Assert.Equal(["Legal", "x"], rows[0].Cells);
        Assert.Null(rows[0].Trouble);
        Assert.Contains(told, rows[1].Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_that_takes_another_in_by_an_open_quotation_is_told_and_those_after_it_are_read()
    {
        var path = Write("name,summary\nPayroll,\"open\nMint,\"y\"\nArchive,\"z\"\n");

        var rows = TableReader.Read(path, Open(path).Format).ToList();

        Assert.Contains("the line after it may belong to another row", rows[0].Trouble, StringComparison.Ordinal);
        Assert.Equal(["Archive", "z"], rows[1].Cells);
        Assert.Equal((3, null), (rows[1].Number, rows[1].Trouble));
    }

    [Theory]
    [InlineData("\"Alpha\" Ltd")]
    [InlineData("\"Alpha\" and \"Beta\"")]
    [InlineData("Rack 19\" wide")]
    public void Cell_whose_quotation_marks_do_not_fit_together_keeps_all_of_them(string cell)
    {
        var path = Write($"name,summary\n{cell},\"Two\nlines, \"\"both\"\" right\"\n");

        var file = Open(path);

        Assert.Equal([cell, "Two\nlines, \"both\" right"], TableReader.Read(path, file.Format).Single().Cells);
        Assert.Contains(file.Notices, notice => notice.Contains("first in row 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Blanks_around_a_quotation_do_not_divide_it()
    {
        var path = Write("\"name\", \"summary\"\n\"Payroll\" , \"pays, monthly\"\n");

        Assert.Equal(["Payroll", "pays, monthly"], TableReader.Read(path, Open(path).Format).Single().Cells);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D", "a picture")]
    [InlineData("FFD8FFE000104A4649460001", "a picture")]
    [InlineData("474946383961010001008000", "a picture")]
    [InlineData("424D460000000000000036000000", "holds what no text does")]
    [InlineData("524946462400000057454250565038200000", "holds what no text does")]
    [InlineData("255044462D312E370A25E2E3", "a PDF document")]
    [InlineData("D0CF11E0A1B11AE1000000", "old Excel file")]
    public void Picture_or_document_called_a_table_is_refused(string bytes, string told)
    {
        var path = Write(Convert.FromHexString(bytes));

        Assert.Contains(told, Assert.Throws<TableRefusedException>(() => Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Million_empty_lines_are_left_out_and_told()
    {
        var path = Write("name,summary\nPayroll,Pays.\n" + new string('\n', 500_000) + string.Concat(Enumerable.Repeat(",\n", 500_000)));

        var file = Open(path);

        Assert.Equal(1, file.Rows);
        Assert.Contains(file.Notices, notice => notice.Contains("1,000,000 empty rows", StringComparison.Ordinal));
    }

    [Fact]
    public void Five_thousand_columns_are_refused()
    {
        var path = Write(
            "name" + string.Concat(Enumerable.Range(2, 4999).Select(column => $",c{column}")) + "\nPayroll" + new string(',', 4999) + "\n");

        Assert.Contains("5,000 columns; 500 at most", Refusal(path, new ImportLimits()), StringComparison.Ordinal);
    }

    [Fact]
    public void List_of_objects_with_a_property_of_their_own_each_is_refused()
    {
        var path = Write("[" + string.Join(',', Enumerable.Range(1, 5000).Select(item => $"{{\"p{item}\": {item}}}")) + "]");

        Assert.Contains("500 at most", Refusal(path, new ImportLimits()), StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_columns_or_bytes_than_allowed_are_refused()
    {
        var path = Write("name,a,b\n1,2,3\n4,5,6\n7,8,9\n");

        Assert.Contains("more than 2 rows", Refusal(path, new ImportLimits(Rows: 2)), StringComparison.Ordinal);
        Assert.Contains("3 columns", Refusal(path, new ImportLimits(Columns: 2)), StringComparison.Ordinal);
        Assert.Contains("larger than 0 MB", Refusal(path, new ImportLimits(FileMegabytes: 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Chosen_encoding_that_does_not_fit_is_told()
    {
        var path = Write(TextEncodings.Get("windows-1252").GetBytes("name\nKöln\n"));
        var format = Open(path).Format with { Encoding = TextEncodings.Utf8 };

        Assert.Contains(
            "not utf-8", Assert.Throws<TableRefusedException>(() =>
                TableFile.Open(path, format, new ImportLimits(), CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_a_table_of_its_properties()
    {
        var path = Write("""[{"name": "Payroll", "aliases": ["Pay", "Wages"]}, {"name": "Legal", "archived": false, "reviewIntervalDays": 30}]""");

        var file = Open(path);

        Assert.Equal(["name", "aliases", "archived", "reviewIntervalDays"], file.Columns.Select(column => column.Heading));
        Assert.Equal([["Payroll", "Pay\nWages"], ["Legal", "", "no", "30"]], TableReader.Read(path, file.Format).Select(row => row.Cells));
    }

    private static string Refusal(string path, ImportLimits limits) =>
        Assert.Throws<TableRefusedException>(() => TableFile.Open(path, limits, _ => false, CancellationToken.None)).Message;

    private static TableFile Open(string path) =>
        TableFile.Open(
            path, new ImportLimits(), heading => heading.Equals("name", StringComparison.OrdinalIgnoreCase), CancellationToken.None);

    private string Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    private string Write(byte[] bytes)
    {
        var path = _folder.File("table.csv");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
