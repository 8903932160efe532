using System.Net;
using System.Text.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Exchange.Export;

/// <summary>The lists of editors as files.</summary>
public sealed class EditorsExportTests(AccountApp app) : IClassFixture<AccountApp>
{
    [Theory]
    [InlineData("", "", DepartmentState.InUse, DepartmentOrder.Name, false, null)]
    [InlineData("sort=LastReview&order=reversed&office=Back", "", DepartmentState.InUse, DepartmentOrder.LastReview, true, Office.Back)]
    [InlineData("q=ing&show=NeverReviewed&sort=Responsibilities", "ing", DepartmentState.NeverReviewed, DepartmentOrder.Responsibilities,
        false, null)]
    [InlineData("show=nonsense&sort=nonsense", "", DepartmentState.InUse, DepartmentOrder.Name, false, null)]
    public async Task Departments_are_those_on_screen_in_their_order(
        string query, string text, DepartmentState state, DepartmentOrder order, bool isReversed, Office? office)
    {
        var rows = await app.Services.GetRequiredService<DepartmentWorkList>()
            .ListAsync(new DepartmentFilter(text, state, order, isReversed, office), 0, 1000);

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => row.Slug), await SlugsAsync($"/admin/export/departments?{query}&format=json"));
    }

    [Fact]
    public async Task Archived_departments_are_exported_from_the_list_of_archived_ones()
    {
        await app.Services.GetRequiredService<EntryLifecycle>()
            .ArchiveAsync(app.Services.GetRequiredService<DepartmentEditing>(), new Actor(2, "ada"), "logistics");

        Assert.Equal(["logistics"], await SlugsAsync("/admin/export/departments?show=Archived&format=json"));
    }

    [Fact]
    public async Task Functions_are_those_on_screen_with_their_owners()
    {
        var rows = await app.Services.GetRequiredService<EntryWorkList>()
            .ListAsync(app.Services.GetRequiredService<BusinessFunctionEditing>(), new EntryFilter("pay", false, EntryOrder.Name, true), 0,
                1000);

        var file = await ReadAsync("/admin/export/functions?q=pay&order=reversed&format=json");

        Assert.Equal(rows.Select(row => row.Slug), file.Select(row => row.GetProperty("slug").GetString()));
        Assert.All(file, row => Assert.NotEqual(0, row.GetProperty("owners").GetArrayLength()));
    }

    [Fact]
    public async Task Unknown_column_is_refused_and_readers_are_not_let_in()
    {
        using var unknown = await app.Editor.GetAsync("/admin/export/functions?columns=colour");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        using var refused = await (await app.InviteAsync("grace", AccountRole.Reader)).GetAsync("/admin/export/departments");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task<IEnumerable<string?>> SlugsAsync(string address) =>
        (await ReadAsync(address)).Select(row => row.GetProperty("slug").GetString());

    private async Task<List<JsonElement>> ReadAsync(string address)
    {
        using var answer = await app.Editor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. json.RootElement.Clone().EnumerateArray()];
    }
}
