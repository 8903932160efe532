using System.Net;
using BpoDirectory.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

public sealed class UsersPageTests(AccountApp app) : IClassFixture<AccountApp>
{
    private const string Page = "/admin/users";
    private const string Link = "/account/invitation?code=";

    [Fact]
    public async Task New_link_is_shown_once_and_opening_the_page_again_makes_no_other()
    {
        using var made = await app.Administrator.SubmitAsync(Page, "invite", ("Whom", "Eve"), ("Role", "Editor"));
        Assert.Equal((HttpStatusCode.Redirect, Page), (made.StatusCode, new Uri(new Uri("https://localhost"), made.Headers.Location!).PathAndQuery));

        Assert.Contains(Link, await TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Link, await TextAsync(), StringComparison.Ordinal);
        Assert.Single(await app.Services.GetRequiredService<AccountLinks>().ListOpenAsync(), link => link.For == "Eve");
    }

    [Fact]
    public void New_link_is_for_the_session_that_made_it_and_for_a_minute()
    {
        var clock = new TestClock();
        var links = new NewLinks(clock);
        var (here, there) = (new Actor(1, "Ada", "here"), new Actor(1, "Ada", "there"));
        var link = new NewLink("https://localhost/x", "Eve");
        links.Keep(here, link);
        Assert.Equal((null, link, null), (links.Take(there), links.Take(here), links.Take(here)));

        links.Keep(here, link);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(links.Take(here));
    }

    private async Task<string> TextAsync()
    {
        using var page = await app.Administrator.GetAsync(Page);
        return await page.Content.ReadAsStringAsync();
    }
}
