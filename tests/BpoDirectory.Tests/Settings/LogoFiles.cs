using System.Text;

namespace BpoDirectory.Tests.Settings;

/// <summary>Small pictures of every kind.</summary>
internal static class LogoFiles
{
    /// <summary>One red pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    /// <summary>One pixel, losslessly.</summary>
    public static byte[] WebP { get; } = Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    /// <summary>The headers of a JPEG picture of 40 × 30 pixels, with a segment before its size.</summary>
    public static byte[] Jpeg { get; } =
        [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0, 0xff, 0xd9];

    /// <summary>A drawing.</summary>
    public static byte[] Svg(string content = "<rect width='60' height='20'/>", string attributes = "viewBox='0 0 60 20'") =>
        Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' {attributes}>{content}</svg>");
}
