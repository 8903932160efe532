using System.Buffers.Binary;
using System.Security.Cryptography;
using BpoDirectory.Data;

namespace BpoDirectory.Settings;

/// <summary>A picture that can be a logo. What it is, is found in its bytes: names and promises of a file do not count.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Reference">What it is known by, and its size.</param>
public sealed record LogoFile(byte[] Bytes, string ContentType, LogoReference Reference)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 200 * 1024;

    /// <summary>The most pixels of a side: a small file may hold a picture that no browser should have to unpack.</summary>
    public const int LongestSide = 4_000;

    /// <summary>What is told of a file that is too large.</summary>
    public static string TooLarge { get; } = $"The file has more than {LargestFile / 1024} KB: choose a smaller one.";

    /// <summary>The picture in a file.</summary>
    /// <exception cref="DirectoryRuleException">
    /// The file is too large or no picture of a known kind, its sides are too long, or it is a drawing that could do more than be seen.
    /// </exception>
    public static LogoFile Read(byte[] bytes)
    {
        if (bytes.Length > LargestFile)
            throw new DirectoryRuleException(TooLarge);
        var (type, (width, height)) = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => ("image/png", PngSize(bytes)),
            [0xff, 0xd8, 0xff, ..] => ("image/jpeg", JpegSize(bytes)),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
                ("image/webp", WebPSize(bytes)),
            _ when SvgFile.LooksLikeMarkup(bytes) => ("image/svg+xml", SvgFile.ReadSize(bytes)),
            _ => throw new DirectoryRuleException("A logo is a PNG, JPEG, WebP or SVG file; this is none of them, whatever its name says."),
        };
        if (width is < 1 or > LongestSide || height is < 1 or > LongestSide)
            throw new DirectoryRuleException(
                $"The picture is {width} × {height} pixels: choose one of {LongestSide} at most on either side.");
        return new LogoFile(bytes, type, new LogoReference(Convert.ToHexStringLower(SHA256.HashData(bytes)), width, height));
    }

    // PNG, third edition, 11.2.1: the first chunk begins with the size.
    private static (int Width, int Height) PngSize(ReadOnlySpan<byte> bytes) => bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8)
        ? (Side(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..])), Side(BinaryPrimitives.ReadUInt32BigEndian(bytes[20..])))
        : throw Broken("PNG");

    // ITU-T T.81, B.2.2: a frame header, which any number of other segments may precede.
    private static (int Width, int Height) JpegSize(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xff;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xff)
            {
                at++;
                continue;
            }
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        throw Broken("JPEG");
    }

    // RFC 9649, 2.5 to 2.7: the three forms keep the size in three ways.
    private static (int Width, int Height) WebPSize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
            throw Broken("WebP");
        if (bytes[12..16].SequenceEqual("VP8X"u8))
            return (1 + Int24(bytes[24..]), 1 + Int24(bytes[27..]));
        if (bytes[12..16].SequenceEqual("VP8L"u8) && bytes[20] == 0x2f)
        {
            var sides = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return (1 + (int)(sides & 0x3fff), 1 + (int)((sides >> 14) & 0x3fff));
        }
        return bytes[12..16].SequenceEqual("VP8 "u8) && bytes[23..26].SequenceEqual<byte>([0x9d, 0x01, 0x2a])
            ? (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3fff)
            : throw Broken("WebP");
    }

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static int Side(uint pixels) => (int)Math.Min(pixels, int.MaxValue);

    private static DirectoryRuleException Broken(string kind) => new($"The file begins like a {kind} picture and is none: save it anew.");
}
