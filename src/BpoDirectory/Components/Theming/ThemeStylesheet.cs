using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using BpoDirectory.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;
using MudBlazor;

namespace BpoDirectory.Components.Theming;

/// <summary>
/// <see cref="DirectoryTheme"/> as one stylesheet, written once for each accent: its address names its content, so that browsers
/// keep it for a year. The light colours hold unless the reader chose the dark ones (<c>data-theme</c>), or chose nothing and has a dark
/// system, and paper is always light; no page needs MudBlazor's theme provider, and nothing flashes.
/// </summary>
public sealed partial class ThemeStylesheet(CurrentSettings settings, IServiceScopeFactory scopes, ILoggerFactory logs)
{
    // By accent. Those of before stay, for pages that are being loaded while another is chosen.
    private readonly ConcurrentDictionary<string, Lazy<Task<Stylesheet>>> _stylesheets = new();

    private sealed record Stylesheet(string Address, byte[] Content);

    /// <summary>Where pages link to it, from the root of the site.</summary>
    public async Task<string> GetAddressAsync() => (await GetAsync()).Address;

    /// <summary>Maps the stylesheet; an address of one that this program has not written is not found.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/theme.{hash}.css", ServeAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ServeAsync(string hash, ThemeStylesheet theme, HttpContext context)
    {
        // The first page after a start may have come before.
        await theme.GetAsync();
        var written = await Task.WhenAll(theme._stylesheets.Values.Select(stylesheet => stylesheet.Value));
        if (Array.Find(written, stylesheet => stylesheet.Address == $"theme.{hash}.css") is not { } stylesheet)
            return TypedResults.NotFound();

        context.Response.Headers[HeaderNames.CacheControl] = "max-age=31536000, immutable";
        return TypedResults.Bytes(stylesheet.Content, "text/css; charset=utf-8");
    }

    // What was allowed once may be refused by a later program: pages are shown all the same.
    private Task<Stylesheet> GetAsync()
    {
        var chosen = AccentColour.Check(settings.Content.Accent) is null ? settings.Content.Accent : AccentColour.Usual;
        return _stylesheets.GetOrAdd(chosen, accent => new Lazy<Task<Stylesheet>>(() => WriteAsync(AccentColour.From(accent)))).Value;
    }

    private async Task<Stylesheet> WriteAsync(AccentColour accent)
    {
        var (theme, tints) = (DirectoryTheme.Create(accent), DirectoryTheme.CreateTints(accent));
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var light = Declarations(await RenderAsync(renderer, theme, isDark: false))
            .Concat(tints.Select(tint => $"--{tint.Name}: {tint.Light};")).ToList();
        var dark = Declarations(await RenderAsync(renderer, theme, isDark: true))
            .Concat(tints.Select(tint => $"--{tint.Name}: {tint.Dark};"))
            .Except(light).ToList();
        var content = Encoding.UTF8.GetBytes(
            $$"""
            :root{color-scheme:light dark;{{string.Concat(light)}}}
            :root[data-theme=light]{color-scheme:light}
            @media screen{ :root[data-theme=dark]{color-scheme:dark;{{string.Concat(dark)}}} }
            @media screen and (prefers-color-scheme:dark){ :root:not([data-theme=light]){{{string.Concat(dark)}}} }
            """);
        return new Stylesheet($"theme.{Convert.ToHexStringLower(XxHash64.Hash(content))}.css", content);
    }

    private static Task<string> RenderAsync(HtmlRenderer renderer, MudTheme theme, bool isDark) =>
        renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = theme,
            [nameof(MudThemeProvider.IsDarkMode)] = isDark,
        };
        return (await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(parameters))).ToHtmlString();
    });

    private static string[] Declarations(string markup) =>
        Root().Match(markup).Groups["body"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@":root\s*\{(?<body>[^}]*)\}")]
    private static partial Regex Root();
}
