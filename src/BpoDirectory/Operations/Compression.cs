using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Operations;

/// <summary>Compresses what is made for each request. Static files come compressed from the build and pass untouched.</summary>
public static class Compression
{
    /// <summary>Brotli, else gzip, for text of every kind, over https too: no answer holds a secret beside a text of the reader's choice.</summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UseCompression(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            context.Response.OnStarting(TellCaches, context);
            return next(context);
        });
        app.UseResponseCompression();
    }

    // The framework says so only when it compresses: a cache would then hand the plain answer to everyone.
    private static Task TellCaches(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        if (context.Response.ContentType is not null && !headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.AcceptEncoding, StringComparer.OrdinalIgnoreCase))
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return Task.CompletedTask;
    }
}
