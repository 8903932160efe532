using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Exchange.Export;
using BpoDirectory.Tests.Departments;

namespace BpoDirectory.Tests.Exchange.Export;

public sealed class ComparisonExportTests
{
    [Fact]
    public async Task Each_row_says_where_it_stands_what_it_compares_and_what_each_has_an_item_on_each_line() =>
        Assert.Equal(
            """
            Part,Compared,One,Other
            ,In short,Works.,Works.
            Place in the organisation,Languages,"English
            German",
            Place in the organisation,Office,"Back office
            Stated in a source: So it is.","Back office
            Stated in a source: So it is."

            """,
            await WriteAsync(
                false, Compared.Department("One") with { Languages = [new NamedLink("en", "English"), new NamedLink("de", "German")] },
                Compared.Department("Other")));

    [Fact]
    public async Task Only_the_rows_shown_are_written() =>
        Assert.Equal(
            "Part,Compared,One,Other\n,In short,Works.,Rests.\n",
            await WriteAsync(true, Compared.Department("One"), Compared.Department("Other") with { Summary = "Rests." }));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1")]
    public async Task No_cell_is_a_formula_whatever_the_departments_are_called_and_say(string text)
    {
        var file = await WriteAsync(true, Compared.Department(text), Compared.Department("Other") with { Summary = text });

        Assert.Equal($"Part,Compared,'{text},Other\n,In short,Works.,'{text}\n", file);
    }

    private static async Task<string> WriteAsync(bool isOnlyDifferent, params DepartmentDetails[] departments)
    {
        using var file = new MemoryStream();
        var rows = new ComparisonRows(new DepartmentComparison(departments), isOnlyDifferent);
        await ComparisonExport.WriteAsync(file, rows, CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }
}
