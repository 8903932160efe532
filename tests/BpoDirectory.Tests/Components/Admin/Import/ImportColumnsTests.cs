using BpoDirectory.Components.Admin.Import;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Import;
using BpoDirectory.Tests.Exchange.Import;
using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor.Services;

namespace BpoDirectory.Tests.Components.Admin.Import;

/// <summary>What the columns of a table hold, and what nobody has said yet.</summary>
public sealed class ImportColumnsTests : BunitContext, IAsyncLifetime
{
    private readonly ImportDatabase _database = new();
    private readonly TestFolder _folder = new();

    private ImportOptions? _compared;

    public ImportColumnsTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public Task InitializeAsync() => _database.InitializeAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Office_that_no_column_holds_is_asked_for_before_the_table_is_compared()
    {
        var page = Show("name,summary\nRoyal Mint,Mints.\n");

        await CompareAsync(page);
        Assert.Contains("No column holds “Office”", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null(_compared);

        await page.Find("#field-all-office").ChangeAsync(new ChangeEventArgs { Value = "back" });
        await CompareAsync(page);
        Assert.Equal("back", _compared!.ForAll["office"]);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Office_that_a_column_holds_is_not_asked_for()
    {
        await CompareAsync(Show("name,office\nRoyal Mint,back\n"));

        Assert.Equal("office", _compared!.Columns[1]);
    }

    private IRenderedComponent<ImportColumns> Show(string text)
    {
        var path = _folder.File("units.csv");
        File.WriteAllText(path, text);
        var (file, options) = _database.Desk.Open(EntryType.Department, path, "units.csv", CancellationToken.None);
        return Render<ImportColumns>(parameters => parameters
            .Add(page => page.File, file)
            .Add(page => page.Importer, _database.Desk.ImporterOf(EntryType.Department))
            .Add(page => page.Options, options)
            .Add(page => page.OnCompare, chosen => _compared = chosen));
    }

    private static Task CompareAsync(IRenderedComponent<ImportColumns> page) =>
        page.FindAll("button").Single(button => button.TextContent.Contains("Compare", StringComparison.Ordinal)).ClickAsync(new());
}
