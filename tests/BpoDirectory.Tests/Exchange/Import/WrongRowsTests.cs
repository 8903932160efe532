using BpoDirectory.Exchange.Import;

namespace BpoDirectory.Tests.Exchange.Import;

/// <summary>The wrong rows of a table, downloaded, mended and sent again.</summary>
public sealed class WrongRowsTests : IAsyncLifetime
{
    private const string Missing = "Name Enter a department name.";

    private readonly ImportDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Cells_are_whole_and_harmless_under_the_fields_that_they_are_of()
    {
        var file = await _database.WrongRowsAsync(
            "Unit,Purpose,Old code\n,\"Says \"\"hi\"\",\nleaves \U0001F6E0\",=1+1\n,+1,-1\n,@home,'\nRight Unit,Is right.,7\n");

        Assert.Equal(
            "\uFEFFname,summary,Old code,What is wrong\r\n"
            + $",\"Says \"\"hi\"\",\nleaves \U0001F6E0\",'=1+1,{Missing}\r\n,'+1,'-1,{Missing}\r\n,'@home,',{Missing}\r\n",
            file);
    }

    [Fact]
    public async Task Mended_rows_are_accepted_as_they_were_meant()
    {
        var file = await _database.WrongRowsAsync("Unit,Purpose,Old code\n,\"Says \"\"hi\"\",\nleaves \U0001F6E0\",=1+1\n,=2+2,x\n");

        var again = await _database.CompareAsync(
            file.Replace("\r\n,\"Says", "\r\nFirst Unit,\"Says", StringComparison.Ordinal)
                .Replace("\r\n,'=2", "\r\nSecond Unit,'=2", StringComparison.Ordinal));

        Assert.Equal(
            [("First Unit", ImportRowState.New), ("Second Unit", ImportRowState.New)], again.Rows.Select(row => (row.Title, row.State)));
        await _database.ApplyAsync(again);
        Assert.Equal("Says \"hi\",\nleaves \U0001F6E0", (await _database.Editing.OpenAsync("first-unit")).Content.Summary);
        Assert.Equal("=2+2", (await _database.Editing.OpenAsync("second-unit")).Content.Summary);
    }

    [Fact]
    public async Task Mended_rows_of_a_table_without_headings_need_no_choice_again()
    {
        var file = await _database.WrongRowsAsync(
            "7,Royal Mint\n8,\n9,Treasury\n", options => options with { Columns = new Dictionary<int, string> { [1] = "name" } });

        var again = await _database.CompareAsync(file.Replace("8,,", "8,Exchequer,", StringComparison.Ordinal));

        Assert.Equal(("Exchequer", ImportRowState.New), (again.Rows.Single().Title, again.Rows.Single().State));
    }

    [Fact]
    public async Task Cells_for_which_there_is_no_column_are_kept()
    {
        var file = await _database.WrongRowsAsync("name,summary\nRoyal Mint,Mints.\nZubrowka Unit,Keeps it cold, and dry\n");

        Assert.StartsWith(
            "\uFEFFname,summary,Column 3,What is wrong\r\nZubrowka Unit,Keeps it cold,and dry,", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Column_that_was_left_out_stays_left_out()
    {
        var file = await _database.WrongRowsAsync(
            "title,name\nKeeper,\n", options => options with { Columns = new Dictionary<int, string> { [1] = "name" } });

        Assert.StartsWith("\uFEFFtitle (not imported),name,What is wrong\r\n", file, StringComparison.Ordinal);
    }
}
