using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

/// <summary>Every route of the program, asked by everybody, with every method: who is allowed.</summary>
public sealed partial class RouteMatrixTests(AccountApp app) : IClassFixture<AccountApp>
{
    private static readonly string[] Changes = ["POST", "PUT", "PATCH", "DELETE"];

    // Who is allowed on each route, with a method where methods differ. A new route must be named here.
    private static readonly Dictionary<string, Access> Expected = new()
    {
        ["/"] = Access.Everybody,
        ["/departments"] = Access.Everybody,
        ["/departments/{Slug}"] = Access.Everybody,
        ["/departments/{Slug}/history"] = Access.Everybody,
        ["/functions"] = Access.Everybody,
        ["/functions/{Slug}"] = Access.Everybody,
        ["/service-lines"] = Access.Everybody,
        ["/service-lines/{Slug}"] = Access.Everybody,
        ["/outsourcing-types"] = Access.Everybody,
        ["/outsourcing-types/{Slug}"] = Access.Everybody,
        ["/sites"] = Access.Everybody,
        ["/sites/{Slug}"] = Access.Everybody,
        ["/people"] = Access.Readers,
        ["/people/{Slug}"] = Access.Readers,
        ["/guide"] = Access.Everybody,
        ["/guide/{Slug}"] = Access.Everybody,
        ["/compare"] = Access.Everybody,
        ["/compare.csv"] = Access.Everybody,
        ["/coverage"] = Access.Everybody,
        ["/coverage/organisation"] = Access.Everybody,
        ["/about"] = Access.Everybody,
        ["/api"] = Access.Everybody,
        ["/error"] = Access.Everybody,
        ["/not-found"] = Access.Everybody,
        ["/theme"] = Access.Everybody,
        ["/report"] = Access.Everybody,
        ["/robots.txt"] = Access.Everybody,
        ["/sitemap.xml"] = Access.Everybody,
        ["/sitemap-pages.xml"] = Access.Everybody,
        ["/sitemap-departments-{page:int:min(1)}.xml"] = Access.Everybody,
        ["/health/live"] = Access.Everybody,
        ["/health/ready"] = Access.Everybody,
        ["/openapi/{documentName}.json"] = Access.Everybody,
        ["/theme.{hash}.css"] = Access.Everybody,
        ["/logo/{hash}"] = Access.Everybody,
        ["/feed.atom"] = Access.Everybody,
        ["/departments/feed.atom"] = Access.Everybody,
        ["/departments/{slug}/feed.atom"] = Access.Everybody,
        ["/mcp"] = Access.Everybody,
        ["/api/v1/export/departments"] = Access.Everybody,
        ["/api/v1/comparison"] = Access.Everybody,
        ["/api/v1/departments"] = Access.Everybody,
        ["/api/v1/departments/{slug}"] = Access.Everybody,
        ["/api/v1/departments/{slug}/revisions"] = Access.Everybody,
        ["POST /api/v1/departments"] = Access.Programs,
        ["PUT /api/v1/departments/{slug}"] = Access.Programs,
        ["/api/v1/departments/{slug}/archive"] = Access.Programs,
        ["/api/v1/departments/{slug}/restore"] = Access.Programs,
        ["/api/v1/functions"] = Access.Everybody,
        ["/api/v1/functions/{slug}"] = Access.Everybody,
        ["/api/v1/functions/{slug}/revisions"] = Access.Everybody,
        ["POST /api/v1/functions"] = Access.Programs,
        ["PUT /api/v1/functions/{slug}"] = Access.Programs,
        ["/api/v1/functions/{slug}/archive"] = Access.Programs,
        ["/api/v1/functions/{slug}/restore"] = Access.Programs,
        ["/api/v1/service-lines"] = Access.Everybody,
        ["/api/v1/service-lines/{slug}"] = Access.Everybody,
        ["/api/v1/service-lines/{slug}/revisions"] = Access.Everybody,
        ["POST /api/v1/service-lines"] = Access.Programs,
        ["PUT /api/v1/service-lines/{slug}"] = Access.Programs,
        ["/api/v1/service-lines/{slug}/archive"] = Access.Programs,
        ["/api/v1/service-lines/{slug}/restore"] = Access.Programs,
        ["/api/v1/outsourcing-types"] = Access.Everybody,
        ["/api/v1/outsourcing-types/{slug}"] = Access.Everybody,
        ["/api/v1/outsourcing-types/{slug}/revisions"] = Access.Everybody,
        ["POST /api/v1/outsourcing-types"] = Access.Programs,
        ["PUT /api/v1/outsourcing-types/{slug}"] = Access.Programs,
        ["/api/v1/outsourcing-types/{slug}/archive"] = Access.Programs,
        ["/api/v1/outsourcing-types/{slug}/restore"] = Access.Programs,
        ["/api/v1/sites"] = Access.Everybody,
        ["/api/v1/sites/{slug}"] = Access.Everybody,
        ["/api/v1/sites/{slug}/revisions"] = Access.Everybody,
        ["POST /api/v1/sites"] = Access.Programs,
        ["PUT /api/v1/sites/{slug}"] = Access.Programs,
        ["/api/v1/sites/{slug}/archive"] = Access.Programs,
        ["/api/v1/sites/{slug}/restore"] = Access.Programs,
        ["/api/v1/partners"] = Access.Everybody,
        ["/api/v1/partners/{slug}"] = Access.Everybody,
        ["/api/v1/partners/{slug}/revisions"] = Access.Everybody,
        ["POST /api/v1/partners"] = Access.Programs,
        ["PUT /api/v1/partners/{slug}"] = Access.Programs,
        ["/api/v1/partners/{slug}/archive"] = Access.Programs,
        ["/api/v1/partners/{slug}/restore"] = Access.Programs,
        ["/api/v1/clients"] = Access.Readers,
        ["/api/v1/clients/{slug}"] = Access.Readers,
        ["/api/v1/clients/{slug}/revisions"] = Access.Readers,
        ["POST /api/v1/clients"] = Access.Programs,
        ["PUT /api/v1/clients/{slug}"] = Access.Programs,
        ["/api/v1/clients/{slug}/archive"] = Access.Programs,
        ["/api/v1/clients/{slug}/restore"] = Access.Programs,
        ["/api/v1/people"] = Access.Readers,
        ["/api/v1/people/{slug}"] = Access.Readers,
        ["/api/v1/people/{slug}/revisions"] = Access.Readers,
        ["POST /api/v1/people"] = Access.Programs,
        ["PUT /api/v1/people/{slug}"] = Access.Programs,
        ["/api/v1/people/{slug}/archive"] = Access.Programs,
        ["/api/v1/people/{slug}/restore"] = Access.Programs,
        ["/api/v1/guide"] = Access.Everybody,
        ["/api/v1/guide/{slug}"] = Access.Everybody,
        ["/api/v1/guide/{slug}/revisions"] = Access.Everybody,
        ["POST /api/v1/guide"] = Access.Programs,
        ["PUT /api/v1/guide/{slug}"] = Access.Programs,
        ["/api/v1/guide/{slug}/archive"] = Access.Programs,
        ["/api/v1/guide/{slug}/restore"] = Access.Programs,
        ["/api/v1/synonyms"] = Access.Programs,
        ["/api/v1/synonyms/{slug}"] = Access.Programs,
        ["/api/v1/synonyms/{slug}/revisions"] = Access.Programs,
        ["POST /api/v1/synonyms"] = Access.Programs,
        ["PUT /api/v1/synonyms/{slug}"] = Access.Programs,
        ["/api/v1/synonyms/{slug}/archive"] = Access.Programs,
        ["/api/v1/synonyms/{slug}/restore"] = Access.Programs,
        ["/api/v1/suggestions"] = Access.Everybody,
        ["/_framework/opaque-redirect"] = Access.Everybody,
        ["/_blazor"] = Access.SignedIn,
        ["/_blazor/negotiate"] = Access.SignedIn,
        ["/_blazor/initializers"] = Access.Everybody,
        ["/_blazor/disconnect"] = Access.Everybody,
        ["/account/sign-in"] = Access.Everybody,
        ["/account/set-up"] = Access.Everybody,
        ["/account/invitation"] = Access.Everybody,
        ["/account/reset"] = Access.Everybody,
        ["/account/passkeys/question"] = Access.Everybody,
        ["/account"] = Access.SignedIn,
        ["/account/mail/confirm"] = Access.Everybody,
        ["/account/mail/unsubscribe"] = Access.Everybody,
        ["/account/watching"] = Access.SignedIn,
        ["/account/watching/set"] = Access.SignedIn,
        // Whoever is out already is led home.
        ["/account/sign-out"] = Access.Everybody,
        ["/account/passkeys/new-question"] = Access.SignedIn,
        ["/admin"] = Access.SignedIn,
        ["/admin/departments"] = Access.SignedIn,
        ["/admin/departments/new"] = Access.SignedIn,
        ["/admin/departments/{Slug}"] = Access.SignedIn,
        ["/admin/departments/{Slug}/archive"] = Access.SignedIn,
        ["/admin/departments/{Slug}/history"] = Access.SignedIn,
        ["/admin/functions"] = Access.SignedIn,
        ["/admin/functions/new"] = Access.SignedIn,
        ["/admin/functions/{Slug}"] = Access.SignedIn,
        ["/admin/functions/{Slug}/archive"] = Access.SignedIn,
        ["/admin/functions/{Slug}/history"] = Access.SignedIn,
        ["/admin/service-lines"] = Access.SignedIn,
        ["/admin/service-lines/new"] = Access.SignedIn,
        ["/admin/service-lines/{Slug}"] = Access.SignedIn,
        ["/admin/service-lines/{Slug}/archive"] = Access.SignedIn,
        ["/admin/service-lines/{Slug}/history"] = Access.SignedIn,
        ["/admin/outsourcing-types"] = Access.SignedIn,
        ["/admin/outsourcing-types/new"] = Access.SignedIn,
        ["/admin/outsourcing-types/{Slug}"] = Access.SignedIn,
        ["/admin/outsourcing-types/{Slug}/archive"] = Access.SignedIn,
        ["/admin/outsourcing-types/{Slug}/history"] = Access.SignedIn,
        ["/admin/sites"] = Access.SignedIn,
        ["/admin/sites/new"] = Access.SignedIn,
        ["/admin/sites/{Slug}"] = Access.SignedIn,
        ["/admin/sites/{Slug}/archive"] = Access.SignedIn,
        ["/admin/sites/{Slug}/history"] = Access.SignedIn,
        ["/admin/clients"] = Access.SignedIn,
        ["/admin/clients/new"] = Access.SignedIn,
        ["/admin/clients/{Slug}"] = Access.SignedIn,
        ["/admin/clients/{Slug}/archive"] = Access.SignedIn,
        ["/admin/clients/{Slug}/history"] = Access.SignedIn,
        ["/admin/partners"] = Access.SignedIn,
        ["/admin/partners/new"] = Access.SignedIn,
        ["/admin/partners/{Slug}"] = Access.SignedIn,
        ["/admin/partners/{Slug}/archive"] = Access.SignedIn,
        ["/admin/partners/{Slug}/history"] = Access.SignedIn,
        ["/admin/people"] = Access.SignedIn,
        ["/admin/people/new"] = Access.SignedIn,
        ["/admin/people/{Slug}"] = Access.SignedIn,
        ["/admin/people/{Slug}/archive"] = Access.SignedIn,
        ["/admin/people/{Slug}/history"] = Access.SignedIn,
        ["/admin/guide"] = Access.SignedIn,
        ["/admin/guide/new"] = Access.SignedIn,
        ["/admin/guide/{Slug}"] = Access.SignedIn,
        ["/admin/guide/{Slug}/archive"] = Access.SignedIn,
        ["/admin/guide/{Slug}/history"] = Access.SignedIn,
        ["/admin/synonyms"] = Access.SignedIn,
        ["/admin/synonyms/new"] = Access.SignedIn,
        ["/admin/synonyms/{Slug}"] = Access.SignedIn,
        ["/admin/synonyms/{Slug}/archive"] = Access.SignedIn,
        ["/admin/synonyms/{Slug}/history"] = Access.SignedIn,
        ["/admin/import"] = Access.SignedIn,
        ["/admin/import/{Id:int}"] = Access.SignedIn,
        ["/admin/import/{id:int}/wrong-rows.csv"] = Access.SignedIn,
        ["/admin/reports"] = Access.SignedIn,
        ["/admin/searches"] = Access.SignedIn,
        ["/admin/export/departments"] = Access.SignedIn,
        ["/admin/export/functions"] = Access.SignedIn,
        ["/admin/users"] = Access.Administrators,
        ["/admin/settings"] = Access.Administrators,
        ["/admin/audit"] = Access.Administrators,
        ["/admin/backups"] = Access.Administrators,
        ["/admin/backups/{name}"] = Access.Administrators,
        ["/admin/webhooks"] = Access.Administrators,
        ["/admin/audit.csv"] = Access.Administrators,
    };

    private enum Access
    {
        Everybody,

        // Whoever is signed in, also by a token.
        Readers,
        SignedIn,
        Administrators,

        // Those that send the token of somebody who may edit; a browser's cookie does not count.
        Programs,
    }

    [Fact]
    public async Task Each_route_lets_in_whom_it_should_and_nobody_else()
    {
        var mismatches = new List<string>();
        var token = await app.Services.GetRequiredService<ApiTokens>().CreateAsync(new Actor(2, "ada"), "Matrix", 1);
        foreach (var (route, methods) in Routes())
            foreach (var method in methods)
            {
                if (!Expected.TryGetValue($"{method} {route}", out var access) && !Expected.TryGetValue(route, out access))
                {
                    mismatches.Add($"{route} is a new route: say who is allowed.");
                    continue;
                }
                foreach (var (who, browser, isIn) in Visitors(access))
                    if (await IsLetInAsync(browser, method, route) != isIn)
                        mismatches.Add($"{method} {route} {(isIn ? "refuses" : "allows")} {who}");
                if (await IsLetInAsync(app.NewBrowser(), method, route, token)
                    != (access is Access.Everybody or Access.Programs or Access.Readers))
                    mismatches.Add($"{method} {route} is wrong about an editor's program");
            }

        Assert.Empty(mismatches);
    }

    [Fact]
    public void Each_expectation_is_about_a_route() =>
        Assert.Empty(
            Expected.Keys.Select(key => key[key.IndexOf('/', StringComparison.Ordinal)..]).Except(Routes().Select(route => route.Route)));

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "null")]
    public async Task No_route_takes_a_change_from_another_site(string header, string value)
    {
        var taken = new List<string>();
        foreach (var (route, _) in Routes())
            foreach (var method in Changes)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Concrete(route))
                {
                    Content = new FormUrlEncodedContent([]),
                };
                request.Headers.Add(header, value);
                using var answer = await app.Administrator.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.Forbidden)
                    taken.Add($"{method} {route}: {answer.StatusCode}");
            }

        Assert.Empty(taken);
        using var page = await app.Administrator.GetAsync("/admin");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task No_route_takes_a_form_without_this_sites_token_from_somebody_signed_in()
    {
        var taken = new List<string>();
        foreach (var (route, methods) in Routes()
            .Where(route => route.Route.StartsWith("/account", StringComparison.Ordinal)
                || route.Route.StartsWith("/admin", StringComparison.Ordinal)))
            foreach (var method in methods.Where(Changes.Contains))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Concrete(route))
                {
                    Content = new FormUrlEncodedContent([]),
                };
                using var answer = await app.Administrator.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.BadRequest)
                    taken.Add($"{method} {route}: {answer.StatusCode}");
            }

        Assert.Empty(taken);
    }

    [Theory]
    [InlineData("/_blazor?id=x")]
    [InlineData("/_blazor/negotiate")]
    public async Task No_socket_is_opened_for_another_site(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", "https://evil.example");

        using var answer = await app.Administrator.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private IEnumerable<(string Who, AccountBrowser Browser, bool IsIn)> Visitors(Access access) =>
    [
        ("somebody not signed in", app.NewBrowser(), access == Access.Everybody),
        ("an editor", app.Editor, access <= Access.SignedIn),
        ("an administrator", app.Administrator, access != Access.Programs),
    ];

    // Static files are for everybody, by being in the folder for that.
    private List<(string Route, string[] Methods)> Routes() =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText is not null)
            .GroupBy(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Select(group =>
                (group.Key, group.SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
                    ?? ["GET", "POST"]).Distinct().ToArray())),
    ];

    private static async Task<bool> IsLetInAsync(AccountBrowser browser, string method, string route, string? token = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Concrete(route));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (method != "GET")
            request.Content = route.StartsWith("/api", StringComparison.Ordinal)
                ? JsonContent.Create(new { })
                : new FormUrlEncodedContent([]);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            && answer.Headers.Location?.ToString().Contains("/account/sign-in", StringComparison.Ordinal) != true;
    }

    private static string Concrete(string route) => Parameter().Replace(route, "1");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
