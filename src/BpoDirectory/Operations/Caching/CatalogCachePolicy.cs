using System.Globalization;
using BpoDirectory.Data;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;

namespace BpoDirectory.Operations.Caching;

/// <summary>
/// Keeps answers that are the same for everyone until the catalog changes, compressed as they are sent. Whoever is signed in,
/// or sends anything of their own, gets an answer made for them.
/// </summary>
/// <param name="catalog">The version of the catalog that an answer is good for.</param>
/// <param name="compression">Chooses the encoding of an answer.</param>
/// <param name="themeCookie">The one cookie that is no one's own: answers are kept for each of its values.</param>
public sealed class CatalogCachePolicy(CatalogVersion catalog, IResponseCompressionProvider compression, string themeCookie)
    : IOutputCachePolicy
{
    /// <summary>The name by which endpoints ask for the policy.</summary>
    public const string Name = "Catalog";

    /// <summary>What answers for everyone depend on beside their path: every parameter that a page of readers or the API reads.</summary>
    public static readonly IReadOnlyList<string> Parameters =
    [
        "q", "office", "line", "type", "site", "language", "client", "delivery", "partner", "tag", "side", "breadth", "reading", "sort",
        "reverse", "view", "page", "pageSize", "letter", "from", "to", "former", "sources", "part",
        "department", "owner", "by", "show", "all",
    ];

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isForEveryone = IsForEveryone(request);
        context.EnableOutputCaching = isForEveryone;
        context.AllowCacheLookup = isForEveryone;
        context.AllowCacheStorage = isForEveryone;
        if (!isForEveryone)
            return ValueTask.CompletedTask;

        // Whoever waited for another's answer would get the other's failure too: a reader who goes on typing gives up the same question.
        context.AllowLocking = false;
        context.ResponseExpirationTimeSpan = Longest;
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = "*";
        // The framework takes the values of one parameter for the same in any order; these stand on the page in theirs.
        rules.VaryByValues["departments"] = request.Query["department"].ToString();
        rules.VaryByValues["version"] = catalog.Current.ToString(CultureInfo.InvariantCulture);
        rules.VaryByValues["theme"] = request.Cookies[themeCookie] ?? "";
        rules.VaryByValues["encoding"] = compression.GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK
            || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    // What enhanced navigation asks for is marked by headers that the cache does not give back as they were.
    private bool IsForEveryone(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.Ordinal)
        && StringValues.IsNullOrEmpty(request.Headers.Authorization)
        && StringValues.IsNullOrEmpty(request.Headers.Range)
        && (StringValues.IsNullOrEmpty(request.Headers.Cookie) || request.Cookies.Keys.All(name => name == themeCookie));
}
