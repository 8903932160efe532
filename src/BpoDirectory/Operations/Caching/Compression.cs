using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace BpoDirectory.Operations.Caching;

/// <summary>Compresses what is made for each request. Static files come compressed from the build and pass untouched.</summary>
public static class Compression
{
    /// <summary>
    /// Brotli, else gzip, for text of every kind, over https too: no answer holds a secret beside a text of the reader's choice.
    /// </summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes =
                [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/atom+xml", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
