using System.IO.Hashing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Operations.Caching;

/// <summary>Gives answers an entity tag made from their content, so that a browser need not receive again what it has.</summary>
public static class EntityTags
{
    /// <summary>Tags what may be cached, and answers 304 to whoever has it.</summary>
    public static void UseEntityTags(this IApplicationBuilder app) =>
        app.Use((context, next) =>
            HttpMethods.IsGet(context.Request.Method) && IsCacheable(context.GetEndpoint()?.Metadata)
                ? TagAsync(context, next)
                : next(context));

    private static async Task TagAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        var headers = context.Request.Headers;
        // Nothing behind answers in its own way to what the browser has.
        var known = headers.IfNoneMatch;
        headers.Remove(HeaderNames.IfNoneMatch);
        headers.Remove(HeaderNames.IfModifiedSince);
        var body = response.Body;
        using var made = new MemoryStream();
        response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        var content = made.GetBuffer().AsMemory(0, (int)made.Length);
        // A page that must not be kept may still be given another status when it is sent.
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl != CacheControlHeaderValue.NoStoreString)
        {
            if (StringValues.IsNullOrEmpty(response.Headers.ETag))
                response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(XxHash3.Hash(content.Span))}\"";
            if (Has(known, response.Headers.ETag.ToString()))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                response.Headers.Remove(HeaderNames.ContentEncoding);
                content = default;
            }
        }
        if (content.IsEmpty)
        {
            // An error without a body is explained by the error answers.
            response.ContentLength = null;
            return;
        }
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static bool IsCacheable(EndpointMetadataCollection? endpoint) =>
        endpoint?.GetMetadata<OutputCacheAttribute>() is not null || endpoint?.GetMetadata<IOutputCachePolicy>() is not null;

    // If-None-Match compares weakly (RFC 9110, 13.1.2).
    private static bool Has(StringValues known, string tag) =>
        !StringValues.IsNullOrEmpty(known)
        && EntityTagHeaderValue.TryParse(tag, out var made)
        && EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(made, useStrongComparison: false));
}
