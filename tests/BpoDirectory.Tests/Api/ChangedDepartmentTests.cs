using System.Net;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Api;

/// <summary>What the API says after departments have changed: a program of each test's own.</summary>
public sealed class ChangedDepartmentTests : IDisposable
{
    private readonly DirectoryApp _app = new();

    private ApiClient Api => new(_app);

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Slug_it_had_before_redirects_for_good()
    {
        await ChangeAsync(department => department.Rename("Law", "law"));

        using var former = await Api.SendAsync("/departments/legal");

        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/api/v1/departments/law"), (former.StatusCode, former.Headers.Location?.OriginalString));
        Assert.Equal("Law", (await Api.GetAsync("/departments/law")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Change_is_a_new_version_that_former_tags_do_not_stand_for()
    {
        using (var before = await Api.SendAsync("/departments/legal"))
            Assert.Equal("\"1\"", before.Headers.ETag?.ToString());
        await ChangeAsync(department =>
        {
            department.Describe("Another summary.", "Another description.");
            department.Touch(DateTime.UtcNow);
        });

        using var after = await Api.SendAsync("/departments/legal", "\"1\"");

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (after.StatusCode, after.Headers.ETag?.ToString()));
    }

    [Fact]
    public async Task Archived_department_is_gone()
    {
        await ChangeAsync(department => department.Archive());

        await Api.ProblemAsync("/departments/legal", HttpStatusCode.NotFound);
        Assert.Equal(20, (await Api.GetAsync("/departments")).GetProperty("total").GetInt32());
    }

    private Task ChangeAsync(Action<Department> change) =>
        _app.Services.GetRequiredService<WriteGate>()
            .WriteAsync(async db => change(await db.Departments.SingleAsync(d => d.Slug == "legal")));
}
