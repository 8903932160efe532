using System.Collections.Concurrent;
using System.IO.Hashing;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Questions;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Operations;

/// <summary>
/// Keeps finished answers that are asked for twice, compressed as they were sent, until the catalog changes: the same question
/// again costs no more than sending the bytes. Every page also gets an entity tag, so that a reader's browser need not even receive them.
/// </summary>
/// <param name="next">What makes the answers.</param>
/// <param name="catalog">The version of the catalog that an answer is good for.</param>
/// <param name="themeCookie">The one cookie that is no one's own: answers are kept for each of its values.</param>
public sealed class AnswerCache(RequestDelegate next, CatalogVersion catalog, string themeCookie)
{
    private const int LargestAnswer = 512 * 1024;
    // Answers that depend on more than the address, or that are about the present moment.
    private static readonly PathString[] NeverKept = ["/health", "/admin", "/account", "/_blazor", "/error", "/theme"];

    // Set anew for every answer.
    private static readonly string[] NeverCopied =
        [HeaderNames.Date, HeaderNames.ContentLength, HeaderNames.TransferEncoding, HeaderNames.Connection, HeaderNames.Vary];

    private readonly KeptAnswers _kept = new();

    // What answers are made in, used again.
    private readonly ConcurrentBag<MemoryStream> _bodies = [];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsForEveryone(request, out var theme))
            return next(context);

        var key = new AnswerKey(
            request.Scheme, request.Host.Value, request.Path.Value, request.QueryString.Value, theme, AnswerEncodings.Best(request.Headers.AcceptEncoding),
            request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.Ordinal));
        var version = catalog.Current;
        if (_kept.Find(key, version) is { } known)
            return SendAsync(context, known);
        return Array.Exists(NeverKept, prefix => request.Path.StartsWithSegments(prefix)) ? next(context) : MakeAsync(context, key, version);
    }

    // A reader who is signed in, or sends anything but the theme's cookie, may be shown something of their own.
    private bool IsForEveryone(HttpRequest request, out string? theme)
    {
        theme = null;
        var headers = request.Headers;
        if (!HttpMethods.IsGet(request.Method) || !StringValues.IsNullOrEmpty(headers.Authorization) || !StringValues.IsNullOrEmpty(headers.Range))
            return false;
        if (StringValues.IsNullOrEmpty(headers.Cookie))
            return true;
        theme = request.Cookies[themeCookie];
        return request.Cookies.Keys.All(name => name == themeCookie);
    }

    private async Task MakeAsync(HttpContext context, AnswerKey key, long version)
    {
        context.Request.Headers.AcceptEncoding = key.Encoding;
        var response = context.Response;
        var body = response.Body;
        var made = _bodies.TryTake(out var idle) ? idle : new MemoryStream();
        response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        await SendAsync(context, made, key, version);
        if (made.Capacity > LargestAnswer)
            return;
        made.SetLength(0);
        _bodies.Add(made);
    }

    private async Task SendAsync(HttpContext context, MemoryStream made, AnswerKey key, long version)
    {
        var response = context.Response;
        var bytes = made.GetBuffer().AsMemory(0, (int)made.Length);
        if (CanBeKept(response, bytes.Length))
        {
            if (StringValues.IsNullOrEmpty(response.Headers.ETag))
                response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(XxHash3.Hash(bytes.Span))}\"";
            SecurityHeaders.Set(context);
            var tag = response.Headers.ETag.ToString();
            if (_kept.IsAskedAgain(key, version))
                _kept.Keep(key, new KeptAnswer(version, Kept(response.Headers), tag, bytes.ToArray(), context.Features.Get<RepeatedSearch>()));
            if (IsKnownTo(context.Request, tag))
            {
                NotModified(response);
                bytes = default;
            }
        }
        if (bytes.Length > 0)
            response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    // Every answer kept is made in several encodings; the header that says so is set only when an answer starts.
    private static KeyValuePair<string, StringValues>[] Kept(IHeaderDictionary headers) =>
    [
        .. headers.Where(header => !NeverCopied.Contains(header.Key, StringComparer.OrdinalIgnoreCase)),
        new(HeaderNames.Vary, HeaderNames.AcceptEncoding),
    ];

    private static void NotModified(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.Remove(HeaderNames.ContentEncoding);
        response.ContentType = null;
        response.ContentLength = null;
    }

    private static bool CanBeKept(HttpResponse response, int length) =>
        response.StatusCode == StatusCodes.Status200OK
        && !response.HasStarted
        && length is > 0 and <= LargestAnswer
        && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
        && response.ContentType is { } type
        && (type.StartsWith("text/html", StringComparison.Ordinal) || type.StartsWith("application/json", StringComparison.Ordinal))
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);

    private static Task SendAsync(HttpContext context, KeptAnswer answer)
    {
        answer.Search?.Count(context);
        var response = context.Response;
        var headers = response.Headers;
        foreach (var (name, value) in answer.Headers)
            headers[name] = value;
        if (IsKnownTo(context.Request, answer.ETag))
        {
            NotModified(response);
            return Task.CompletedTask;
        }
        headers.ContentLength = answer.Body.Length;
        var sent = response.BodyWriter.WriteAsync(answer.Body);
        return sent.IsCompletedSuccessfully ? Task.CompletedTask : sent.AsTask();
    }

    // If-None-Match compares weakly (RFC 9110, 13.1.2).
    private static bool IsKnownTo(HttpRequest request, string tag)
    {
        var known = request.Headers.IfNoneMatch;
        if (StringValues.IsNullOrEmpty(known))
            return false;
        var opaque = tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
        return known.Any(list => list is not null && (list.Trim() == "*" || list.Split(',').Any(candidate =>
            candidate.Trim() is var trimmed && (trimmed == opaque || (trimmed.StartsWith("W/", StringComparison.Ordinal) && trimmed[2..] == opaque)))));
    }
}
