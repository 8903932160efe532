using System.Net;
using Microsoft.EntityFrameworkCore;
using BpoDirectory.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader;

public sealed class EmptyDirectoryTests(DirectoryApp app) : IClassFixture<DirectoryApp>, IAsyncLifetime
{
    public Task InitializeAsync() => app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
    {
        foreach (var department in await db.Departments.ToListAsync())
            department.Archive();
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Home_says_that_there_is_nothing_yet() =>
        Assert.Contains("The directory is still empty", await TextAsync("/"), StringComparison.Ordinal);

    [Fact]
    public async Task The_list_says_that_there_are_no_departments() =>
        Assert.Contains("No departments", await TextAsync("/departments"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/functions")]
    [InlineData("/functions/payroll-processing")]
    [InlineData("/service-lines")]
    [InlineData("/service-lines/it-services")]
    [InlineData("/outsourcing-types/kpo")]
    [InlineData("/compare")]
    [InlineData("/coverage")]
    [InlineData("/coverage?view=table")]
    [InlineData("/coverage/organisation")]
    [InlineData("/coverage/organisation?by=line")]
    [InlineData("/sitemap.xml")]
    public async Task Every_other_page_still_answers(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    private async Task<string> TextAsync(string address) => await app.CreateClient().GetStringAsync(new Uri(address, UriKind.Relative));
}
