using BpoDirectory.Data;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Operations.Caching;

/// <summary>Marks what is of somebody, not of everyone: nobody keeps it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PersonalAttribute : Attribute;

/// <summary>What the program keeps of its answers, and what it tells others to keep.</summary>
public static class Caching
{
    private const long LargestAnswer = 512 * 1024;
    private const long LargestCache = 64 * 1024 * 1024;

    /// <summary>Registers the cache of answers, with <see cref="CatalogCachePolicy"/> for the endpoints that name it.</summary>
    public static void AddCaching(this IServiceCollection services, string themeCookie)
    {
        services.AddScoped<AnswerLifetime>();
        services.AddOutputCache(options =>
        {
            options.SizeLimit = LargestCache;
            options.MaximumBodySize = LargestAnswer;
            options.UseCaseSensitivePaths = true;
        });
        services.AddOptions<OutputCacheOptions>().Configure<CatalogVersion, IResponseCompressionProvider>((options, catalog, compression) =>
            options.AddPolicy(CatalogCachePolicy.Name, new CatalogCachePolicy(catalog, compression, themeCookie)));
    }

    /// <summary>Tells browsers and proxies how long an answer is good for, and what it depends on.</summary>
    public static void UseCacheHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            context.Response.OnStarting(SetHeaders, context);
            return next(context);
        });

    /// <summary>
    /// Lets the cache keep an answer no longer than its <see cref="AnswerLifetime"/>. Stands behind the entity tags, which hold the answer
    /// back: once it is being sent, the cache has decided.
    /// </summary>
    public static void UseAnswerLifetimes(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            await next(context);
            var services = context.RequestServices;
            if (context.Features.Get<IOutputCacheFeature>()?.Context is { } answer
                && services.GetRequiredService<AnswerLifetime>().End - services.GetRequiredService<TimeProvider>().GetUtcNow()
                    is { } lifetime
                && lifetime < answer.ResponseExpirationTimeSpan)
            {
                answer.AllowCacheStorage &= lifetime > TimeSpan.Zero;
                answer.ResponseExpirationTimeSpan = lifetime;
            }
        });

    /// <summary>
    /// Leaves parameters that no page reads out of the address of what is kept for everyone: what one reader added to it would be in the
    /// links of the answer that others get.
    /// </summary>
    public static void UseKnownParameters(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.QueryString.HasValue && EntityTags.IsCacheable(context)
                && request.Query.Keys.Any(key => !CatalogCachePolicy.Parameters.Contains(key, StringComparer.OrdinalIgnoreCase)))
                request.QueryString = QueryString.Create(request.Query
                    .Where(parameter => CatalogCachePolicy.Parameters.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase)));
            return next(context);
        });

    private static Task SetHeaders(object state)
    {
        var context = (HttpContext)state;
        var (response, headers) = (context.Response, context.Response.Headers);
        if (context.GetEndpoint()?.Metadata.GetMetadata<PersonalAttribute>() is not null)
            headers.CacheControl = "no-store";
        // Kept by browsers, but asked for again each time: a change is seen at once.
        else if (!headers.ContainsKey(HeaderNames.CacheControl))
            headers.CacheControl = context.User.Identity is { IsAuthenticated: true } ? "no-cache, private" : "no-cache";
        // The framework says so only when it compresses: a proxy would then hand the plain answer to everyone.
        if ((response.ContentType is not null || response.StatusCode == StatusCodes.Status304NotModified)
            && !headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.AcceptEncoding, StringComparer.OrdinalIgnoreCase))
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return Task.CompletedTask;
    }
}
