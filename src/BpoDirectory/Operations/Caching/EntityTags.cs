using System.IO.Hashing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Operations.Caching;

/// <summary>Gives answers an entity tag made from their content, so that a browser need not receive again what it has.</summary>
public static class EntityTags
{
    /// <summary>
    /// Answers 304 to whoever has what would be sent. Stands before the output cache, which then keeps the whole answer even where
    /// the one who asked for it first has it already.
    /// </summary>
    public static void UseConditionalRequests(this IApplicationBuilder app) =>
        app.Use((context, next) =>
            StringValues.IsNullOrEmpty(context.Request.Headers.IfNoneMatch) || !IsCacheable(context)
                ? next(context)
                : AnswerConditionallyAsync(context, next));

    /// <summary>Tags what may be cached. Stands behind the output cache, so that an answer is tagged once and kept with its tag.</summary>
    public static void UseEntityTags(this IApplicationBuilder app) =>
        app.Use((context, next) => IsCacheable(context) ? TagAsync(context, next) : next(context));

    private static async Task AnswerConditionallyAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        // Nothing behind answers in its own way to what the browser has.
        var known = headers.IfNoneMatch;
        headers.Remove(HeaderNames.IfNoneMatch);
        headers.Remove(HeaderNames.IfModifiedSince);
        var content = await ReadAnswerAsync(context, next);
        var response = context.Response;
        if (IsGood(response) && Has(known, response.Headers.ETag.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            response.Headers.Remove(HeaderNames.ContentEncoding);
            content = default;
        }
        await SendAsync(context, content);
    }

    private static async Task TagAsync(HttpContext context, RequestDelegate next)
    {
        var content = await ReadAnswerAsync(context, next);
        var response = context.Response;
        if (IsGood(response) && StringValues.IsNullOrEmpty(response.Headers.ETag))
            response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(XxHash3.Hash(content.Span))}\"";
        await SendAsync(context, content);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAnswerAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var made = new MemoryStream();
        context.Response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        return made.GetBuffer().AsMemory(0, (int)made.Length);
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            // An error without a body is explained by the error answers.
            context.Response.ContentLength = null;
            return;
        }
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    internal static bool IsCacheable(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata is { } endpoint
        && (endpoint.GetMetadata<OutputCacheAttribute>() is not null || endpoint.GetMetadata<IOutputCachePolicy>() is not null);

    // A page that must not be kept may still be given another status when it is sent.
    private static bool IsGood(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl != CacheControlHeaderValue.NoStoreString;

    // If-None-Match compares weakly (RFC 9110, 13.1.2).
    private static bool Has(StringValues known, string tag) =>
        EntityTagHeaderValue.TryParse(tag, out var made)
        && EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(made, useStrongComparison: false));
}
