using BpoDirectory.Tests.Accounts;

namespace BpoDirectory.Tests.Operations.Security;

/// <summary>What pages for editing may do that no other page may.</summary>
public sealed class InteractivePageTests(AccountApp app) : IClassFixture<AccountApp>
{
    private const string StyleAttributes = "; style-src-attr 'unsafe-inline'";

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/departments")]
    [InlineData("/admin/departments/legal")]
    [InlineData("/admin/departments/legal/archive")]
    [InlineData("/admin/functions/payroll-processing/history")]
    [InlineData("/admin/users")]
    public async Task Page_for_editing_may_have_style_attributes_and_loads_the_files_of_its_components(string path)
    {
        using var answer = await GetEnhancedAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith(StyleAttributes, policy, StringComparison.Ordinal);
        Assert.Equal(1, Count(policy, "unsafe"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Matches(@"href=""mud\.\w+\.css""", page);
        Assert.Matches(@"src=""mud\.\w+\.js""", page);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/departments/legal")]
    [InlineData("/functions")]
    [InlineData("/account")]
    [InlineData("/admin/no-such-page")]
    public async Task Other_page_may_not_and_loads_none(string path)
    {
        using var answer = await GetEnhancedAsync(path);

        Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"mud\.\w+\.(css|js)", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Neither_kind_is_shown_under_the_policy_of_the_other()
    {
        using var editing = await GetEnhancedAsync("/admin/departments");
        using var reading = await GetEnhancedAsync("/departments");

        Assert.False(editing.Headers.Contains("blazor-enhanced-nav"));
        Assert.True(reading.Headers.Contains("blazor-enhanced-nav"));
        var page = await editing.Content.ReadAsStringAsync();
        Assert.Contains("<body data-enhance-nav=\"false\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-enhance=\"\"", page, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetEnhancedAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");
        return await app.Administrator.SendAsync(request);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
