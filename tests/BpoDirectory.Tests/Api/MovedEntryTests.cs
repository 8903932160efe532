using System.Net;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Api;

/// <summary>What stands at an address after its entry has moved to another: a program of each test's own.</summary>
public sealed class MovedEntryTests : IDisposable
{
    private readonly DirectoryApp _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("/functions/payroll-processing", "/functions/moved")]
    [InlineData("/functions/payroll-processing?page=2", "/functions/moved")]
    [InlineData("/service-lines/customer-support", "/service-lines/moved")]
    [InlineData("/outsourcing-types/kpo", "/outsourcing-types/moved")]
    [InlineData("/guide/what-is-bpo", "/guide/moved")]
    [InlineData("/departments?line=customer-support&line=moved&office=back", "/departments?office=back&line=moved")]
    [InlineData("/?q=data&type=kpo&view=table&page=1", "/?q=data&type=moved&view=table")]
    [InlineData("/coverage?line=customer-support&view=table", "/coverage?line=moved&view=table")]
    [InlineData("/api/v1/functions/payroll-processing", "/api/v1/functions/moved")]
    [InlineData("/api/v1/guide/what-is-bpo", "/api/v1/guide/moved")]
    public async Task Former_address_leads_to_the_present_one_for_good(string former, string present)
    {
        using var client = _app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.NotEqual(HttpStatusCode.MovedPermanently, (await client.GetAsync(former)).StatusCode);
        await _app.Services.GetRequiredService<WriteGate>().WriteAsync(MoveAsync);

        var answer = await client.GetAsync(former);

        Assert.Equal((HttpStatusCode.MovedPermanently, present), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(present)).StatusCode);
    }

    [Theory]
    [InlineData("line", "customer-support")]
    [InlineData("type", "kpo")]
    public async Task Programs_that_narrow_lists_by_a_former_address_get_what_the_present_one_gives(string parameter, string former)
    {
        var api = new ApiClient(_app);
        var before = await SlugsAsync(former);
        await _app.Services.GetRequiredService<WriteGate>().WriteAsync(MoveAsync);

        Assert.NotEmpty(before);
        Assert.Equal(before, await SlugsAsync("moved"));
        Assert.Equal(before, await SlugsAsync(former));
        Assert.Equal(before, ApiClient.Texts(await api.GetAsync($"/export/departments?format=json&{parameter}={former}"), "slug"));

        async Task<string[]> SlugsAsync(string value) =>
            ApiClient.Texts((await api.GetAsync($"/departments?pageSize=100&{parameter}={value}")).GetProperty("items"), "slug");
    }

    private static async Task MoveAsync(DirectoryDbContext db)
    {
        (await db.BusinessFunctions.SingleAsync(f => f.Slug == "payroll-processing")).Rename("Payroll processing", "moved");
        (await db.ServiceLines.SingleAsync(l => l.Slug == "customer-support")).Rename("Customer support", "moved");
        (await db.OutsourcingTypes.SingleAsync(t => t.Slug == "kpo")).Rename("Knowledge process outsourcing", "KPO", "moved");
        (await db.GuideArticles.SingleAsync(a => a.Slug == "what-is-bpo")).Rename("What is BPO?", "moved");
    }
}
