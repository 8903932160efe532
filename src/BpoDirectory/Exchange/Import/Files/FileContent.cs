using System.Text;
using BpoDirectory.Exchange.WholeDirectory;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>Tells what a file is from its first bytes, whatever it is called.</summary>
internal static class FileContent
{
    private const int Head = 4096;

    private static readonly (byte[] Begin, string What)[] Others =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ("GIF8"u8.ToArray(), "a picture (GIF)"),
        ("%PDF"u8.ToArray(), "a PDF document"),
        ([0x1F, 0x8B], "a compressed file (gzip)"),
        ("Rar!"u8.ToArray(), "a compressed file (RAR)"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a compressed file (7z)"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ("{\\rtf"u8.ToArray(), "a text document (RTF)"),
    ];

    private static readonly string[] Markup = ["<?xml", "<!", "<html", "<table", "<svg"];

    /// <summary>What the file is.</summary>
    /// <exception cref="TableRefusedException">It is empty, too large, or no table.</exception>
    public static TableKind Recognise(string path, ImportLimits limits)
    {
        var length = new FileInfo(path).Length;
        if (length == 0)
            throw new TableRefusedException("The file is empty: there is nothing to import.");
        if (length > limits.FileBytes)
            throw new TableRefusedException(TooLarge(limits));
        var head = ReadHead(path);
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return TableKind.Workbook;
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new TableRefusedException("This is an old Excel file (.xls), or one with a password: save it without a password as .xlsx or CSV.");
        foreach (var (begin, what) in Others)
            if (head.AsSpan().StartsWith(begin))
                throw new TableRefusedException($"This is {what} and no table, whatever its name says. CSV, Excel (.xlsx) and JSON can be read.");
        return RecogniseText(head);
    }

    /// <summary>What is said of a file that is too large.</summary>
    public static string TooLarge(ImportLimits limits) => $"The file is larger than {limits.FileMegabytes} MB: divide it into several.";

    private static TableKind RecogniseText(byte[] head)
    {
        // Byte order marks of UTF-16 and UTF-8 name a text; without one, zeros in every second place do.
        var isWide = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || TextEncodings.DetectUtf16(head) is not null;
        if (!isWide && head.Count(one => one < 0x20 && one is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1F)) > head.Length / 100)
            throw new TableRefusedException("This is no table: it holds what no text does. CSV, Excel (.xlsx) and JSON can be read.");
        var begin = Encoding.Latin1.GetString(head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head).TrimStart();
        if (DirectoryImport.IsDirectory(head))
            throw new TableRefusedException("This is a whole directory and no table: the command “import-everything FILE” takes it over.");
        if (begin.StartsWith('{'))
            throw new TableRefusedException("The JSON is no list: it has to be an array of objects, one for each entry.");
        if (begin.StartsWith('['))
            return TableKind.Json;
        return Markup.Any(mark => begin.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            ? throw new TableRefusedException("This is a web page or XML and no table: save it as CSV or as an Excel workbook (.xlsx).")
            : TableKind.Text;
    }

    private static byte[] ReadHead(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[Head];
        return head[..file.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
    }
}
