using System.Globalization;
using System.Xml;
using BpoDirectory.Data;

namespace BpoDirectory.Settings;

/// <summary>
/// Drawings in SVG that can be nothing but seen. They are served under a policy that lets nothing run besides; what is refused here
/// would show somewhere else, such as in a program that opens a saved copy.
/// </summary>
internal static class SvgFile
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string Html = "http://www.w3.org/1999/xhtml";

    private const string Kinds = "A logo is a PNG, JPEG, WebP or SVG file";

    private static readonly string[] Refused =
        ["script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "listener"];

    private static readonly string[] Pictures = ["data:image/png", "data:image/jpeg", "data:image/webp"];

    // Blanks, byte order marks, and the halves of letters in UTF-16.
    private static ReadOnlySpan<byte> BeforeMarkup => [0, 0xef, 0xbb, 0xbf, 0xfe, 0xff, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    /// <summary>Whether the bytes are text that begins as markup does, in whatever encoding.</summary>
    public static bool LooksLikeMarkup(ReadOnlySpan<byte> bytes)
    {
        foreach (var letter in bytes)
            if (letter is (byte)'<')
                return true;
            else if (!BeforeMarkup.Contains(letter))
                return false;
        return false;
    }

    /// <summary>The size of the drawing.</summary>
    /// <exception cref="DirectoryRuleException">It is no drawing, has no size, or holds what could do more than be seen.</exception>
    public static (int Width, int Height) ReadSize(byte[] bytes)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            (int Width, int Height)? size = null;
            var isInStyle = false;
            while (reader.Read())
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        size ??= ReadRoot(reader);
                        CheckElement(reader);
                        isInStyle = reader.LocalName == "style" && !reader.IsEmptyElement;
                        break;
                    case XmlNodeType.EndElement:
                        isInStyle = false;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when isInStyle:
                        CheckStyle(reader.Value);
                        break;
                    case XmlNodeType.ProcessingInstruction:
                        throw Holds($"an instruction to programs (“<?{reader.Name}”)");
                }
            return size!.Value;
        }
        catch (XmlException error) when (error.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw Holds("a DOCTYPE");
        }
        catch (XmlException)
        {
            throw new DirectoryRuleException($"{Kinds}; this begins like an SVG drawing and is none, whatever its name says.");
        }
    }

    private static (int Width, int Height) ReadRoot(XmlReader root)
    {
        if (root is not { LocalName: "svg", NamespaceURI: Namespace })
            throw new DirectoryRuleException($"{Kinds}; this is a document of another kind (“<{root.Name}>”), whatever its name says.");
        var box = root.GetAttribute("viewBox")?.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (box is [_, _, var width, var height]
            && Length(width) is { } across && Length(height) is { } down)
            return (across, down);
        return Length(root.GetAttribute("width")) is { } wide && Length(root.GetAttribute("height")) is { } high
            ? (wide, high)
            : throw new DirectoryRuleException("The drawing does not say how large it is: give its svg element a viewBox.");
    }

    // What is very small or large is a matter of its units: only the shape counts.
    private static int? Length(string? text) =>
        double.TryParse(text?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var length)
        && length > 0
            ? (int)Math.Clamp(Math.Round(length), 1, LogoFile.LongestSide)
            : null;

    private static void CheckElement(XmlReader reader)
    {
        var name = reader.LocalName;
        if (Refused.Contains(name, StringComparer.OrdinalIgnoreCase) || reader.NamespaceURI == Html)
            throw Holds($"an element “{reader.Name}”");
        var isAnimation = name.StartsWith("animate", StringComparison.OrdinalIgnoreCase)
            || name.Equals("set", StringComparison.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                throw Holds($"an attribute “{reader.Name}”, which runs a script");
            if (reader.LocalName is "href" or "src" && !IsInside(reader.Value))
                throw Holds($"a reference to something outside it (“{Cut(reader.Value)}”)");
            if (isAnimation && reader.LocalName == "attributeName" && !IsHarmlessTarget(reader.Value))
                throw Holds($"an animation of “{Cut(reader.Value)}”");
            if (reader.LocalName == "style" || reader.Value.Contains("url(", StringComparison.OrdinalIgnoreCase))
                CheckStyle(reader.Value);
        }
        reader.MoveToElement();
    }

    private static bool IsInside(string address) =>
        address.TrimStart() is var start
        && (start is ['#', ..] || Pictures.Any(picture => start.StartsWith(picture, StringComparison.OrdinalIgnoreCase)));

    private static bool IsHarmlessTarget(string attribute) =>
        !attribute.EndsWith("href", StringComparison.OrdinalIgnoreCase) && !attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static void CheckStyle(string style)
    {
        // By an escape any word can be written so that it does not look like itself.
        if (style.Contains('\\', StringComparison.Ordinal))
            throw Holds("an escaped character in a style");
        if (style.Contains("@import", StringComparison.OrdinalIgnoreCase))
            throw Holds("a style from outside it (“@import”)");
        foreach (var after in style.ToLowerInvariant().Split("url(").Skip(1))
            if (after.TrimStart(' ', '"', '\'', '\t', '\r', '\n') is var address && !IsInside(address))
                throw Holds($"a reference to something outside it (“{Cut(address)}”)");
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static DirectoryRuleException Holds(string what) =>
        new($"The drawing holds {what}, and a logo may only be seen: save it without.");
}
