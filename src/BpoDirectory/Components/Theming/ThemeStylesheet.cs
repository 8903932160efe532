using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;
using MudBlazor;

namespace BpoDirectory.Components.Theming;

/// <summary>
/// <see cref="DirectoryTheme"/> as one stylesheet, written once: its address names its content, so that browsers keep it for
/// a year. The light colours hold unless the reader chose the dark ones (<c>data-theme</c>), or chose nothing and has a dark
/// system, and paper is always light; no page needs MudBlazor's theme provider, and nothing flashes.
/// </summary>
public sealed partial class ThemeStylesheet(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private readonly Lazy<Task<Stylesheet>> _stylesheet = new(() => WriteAsync(scopes, logs));

    private sealed record Stylesheet(string Address, byte[] Content);

    /// <summary>Where pages link to it, from the root of the site.</summary>
    public async Task<string> GetAddressAsync() => (await _stylesheet.Value).Address;

    /// <summary>Maps the stylesheet; an address of an earlier one is not found.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/theme.{hash}.css", ServeAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ServeAsync(string hash, ThemeStylesheet theme, HttpContext context)
    {
        var stylesheet = await theme._stylesheet.Value;
        if (stylesheet.Address != $"theme.{hash}.css")
            return TypedResults.NotFound();

        context.Response.Headers[HeaderNames.CacheControl] = "max-age=31536000, immutable";
        return TypedResults.Bytes(stylesheet.Content, "text/css; charset=utf-8");
    }

    private static async Task<Stylesheet> WriteAsync(IServiceScopeFactory scopes, ILoggerFactory logs)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var light = Declarations(await RenderAsync(renderer, isDark: false)).Concat(DirectoryTheme.Tints.Select(tint => $"--{tint.Name}: {tint.Light};")).ToList();
        var dark = Declarations(await RenderAsync(renderer, isDark: true)).Concat(DirectoryTheme.Tints.Select(tint => $"--{tint.Name}: {tint.Dark};"))
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

    private static Task<string> RenderAsync(HtmlRenderer renderer, bool isDark) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = DirectoryTheme.Theme,
            [nameof(MudThemeProvider.IsDarkMode)] = isDark,
        };
        return (await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(parameters))).ToHtmlString();
    });

    private static string[] Declarations(string markup) =>
        Root().Match(markup).Groups["body"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@":root\s*\{(?<body>[^}]*)\}")]
    private static partial Regex Root();
}
