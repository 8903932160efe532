using System.Net;
using System.Text.RegularExpressions;
using BpoDirectory.Tests.Operations;

namespace BpoDirectory.Tests.Accounts;

public sealed class SetUpLinkTests : IDisposable
{
    private const string Link = @"(http://\S+)/account/set-up\?code=([\w-]{43})";

    private readonly TestFolder _folder = new();

    public SetUpLinkTests() => CatalogDatabase.CopyInto(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Program_prints_a_link_to_itself_that_works_once_and_writes_it_nowhere_else()
    {
        using var program = ProgramProcess.Start(_folder.Path);
        var address = await program.AddressAsync();
        var link = await program.OutputAsync(Link);
        Assert.Equal(address, new Uri(link.Groups[1].Value));

        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var page = await client.GetStringAsync(link.Value);
        var fields = Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        (fields["DisplayName"], fields["UserName"], fields["Password"]) = ("Ada", "ada", "correct horse staple");
        using var created = await client.PostAsync(link.Value, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        using var again = await client.GetAsync(link.Value);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);

        program.AskToEnd();
        await program.EndAsync();
        Assert.All(
            Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(link.Groups[2].Value, File.ReadAllText(file), StringComparison.Ordinal));

        using var command = ProgramProcess.Run("setup-link", _folder.Path);
        Assert.Contains("has an administrator", await command.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_prints_a_new_link_while_there_is_no_administrator()
    {
        using var command = ProgramProcess.Run("setup-link", _folder.Path);

        await command.OutputAsync(Link);

        Assert.Equal((0, ""), await command.EndAsync());
    }
}
