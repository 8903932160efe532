using System.IO.Compression;
using System.Xml;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="IsHidden">Whether the workbook does not show it.</param>
/// <param name="Formulas">How many of its cells have a formula.</param>
/// <param name="FirstFormula">The first of these cells.</param>
/// <param name="UnknownFormula">The first one whose value the file does not keep; null when there is none.</param>
/// <param name="Merged">The first range of merged cells; null when there is none.</param>
/// <param name="Errors">How many of its cells have an error in place of a value.</param>
/// <param name="FirstError">The first of these cells.</param>
internal sealed record WorkbookSheet(
    string Name, bool IsHidden, int Formulas, string? FirstFormula, string? UnknownFormula, string? Merged, int Errors, string? FirstError);

/// <summary>What a workbook holds.</summary>
/// <param name="Sheets">Its sheets with cells, in the order of their tabs.</param>
/// <param name="HasMacros">Whether it holds macros, which are never run.</param>
/// <param name="HasLinks">Whether it refers to other files, which are never opened.</param>
internal sealed record WorkbookContents(IReadOnlyList<WorkbookSheet> Sheets, bool HasMacros, bool HasLinks);

/// <summary>
/// Looks through a workbook before its cells are read, for what nobody should have to expand or believe: a small file that grows without
/// end, document types, formulas without a value. Everything is streamed; nothing of it is kept.
/// </summary>
internal static class WorkbookInspection
{
    private const string Workbook = "xl/workbook.xml";
    private const string Relationships = "xl/_rels/workbook.xml.rels";
    private const string Sheets = "xl/worksheets/";
    private const int MostParts = 2000;
    private const int Buffer = 64 * 1024;
    private const int TextBuffer = 4096;

    // A cell holds 32,767 characters at most, a few of which may be written by several.
    private const int LongestText = 100_000;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false,
    };

    /// <summary>What the workbook holds.</summary>
    /// <exception cref="TableRefusedException">
    /// It is none, or expands to more than <paramref name="mostBytes"/>, or cannot be trusted.
    /// </exception>
    public static WorkbookContents Inspect(string path, long mostBytes, CancellationToken cancellation)
    {
        try
        {
            using var file = ZipFile.OpenRead(path);
            return Inspect(file, mostBytes, cancellation);
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(damaged);
        }
        catch (XmlException wrong)
        {
            throw wrong.Message.Contains("DTD", StringComparison.Ordinal)
                ? new TableRefusedException(
                    "The workbook holds a document type declaration, which no spreadsheet program writes: it is not read.", wrong)
                : Damaged(wrong);
        }
    }

    /// <summary>What is said of a part that cannot be read.</summary>
    public static TableRefusedException Damaged(Exception reason) =>
        new("The workbook is damaged: open it in a spreadsheet program, save it again and choose it here.", reason);

    private static WorkbookContents Inspect(ZipArchive file, long mostBytes, CancellationToken cancellation)
    {
        if (file.GetEntry(Workbook) is not { } workbook)
            throw new TableRefusedException(
                file.Entries.Any(part => part.FullName == "content.xml")
                    ? "This is an OpenDocument table (.ods): save it as an Excel workbook (.xlsx) or as CSV."
                    : "This is a ZIP file and no Excel workbook: unpack it and choose the table itself.");
        if (file.Entries.Count > MostParts)
            throw new TableRefusedException($"The workbook has {file.Entries.Count} parts, which none needs: it is not read.");
        Measure(file, mostBytes, cancellation);
        var targets = file.GetEntry(Relationships) is { } relationships ? ReadTargets(relationships) : [];
        var sheets = new List<WorkbookSheet>();
        foreach (var (name, state, id) in ReadSheets(workbook))
            if (targets.TryGetValue(id, out var target) && file.GetEntry(target) is { } part
                && target.StartsWith(Sheets, StringComparison.Ordinal))
                sheets.Add(ReadSheet(part, name, state is "hidden" or "veryHidden", cancellation));
        foreach (var target in targets.Values.Where(target => !target.StartsWith(Sheets, StringComparison.Ordinal)))
            if (file.GetEntry(target) is { } part && target.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                CheckTexts(part, cancellation);
        return new WorkbookContents(
            sheets, file.Entries.Any(part => part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)),
            file.Entries.Any(part => part.FullName.StartsWith("xl/externalLinks/", StringComparison.Ordinal)));
    }

    // What a file says about its own size need not be true.
    private static void Measure(ZipArchive file, long mostBytes, CancellationToken cancellation)
    {
        var buffer = new byte[Buffer];
        var total = 0L;
        foreach (var part in file.Entries)
        {
            using var content = part.Open();
            while (content.Read(buffer) is > 0 and var read)
            {
                cancellation.ThrowIfCancellationRequested();
                if ((total += read) > mostBytes)
                    throw new TableRefusedException(
                        $"The workbook expands to more than {mostBytes / 1024 / 1024} MB: it is not read. Save the sheet as CSV if it is really that large.");
            }
        }
    }

    private static IEnumerable<(string Name, string? State, string Id)> ReadSheets(ZipArchiveEntry workbook)
    {
        using var content = workbook.Open();
        using var xml = XmlReader.Create(content, Strict);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                yield return (xml.GetAttribute("name") ?? "", xml.GetAttribute("state"), RelationshipOf(xml));
    }

    // In a namespace of which there are two editions.
    private static string RelationshipOf(XmlReader sheet)
    {
        while (sheet.MoveToNextAttribute())
            if (sheet is { LocalName: "id", Prefix.Length: > 0 })
                return sheet.Value;
        return "";
    }

    private static Dictionary<string, string> ReadTargets(ZipArchiveEntry relationships)
    {
        var targets = new Dictionary<string, string>();
        using var content = relationships.Open();
        using var xml = XmlReader.Create(content, Strict);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Target") is { } target)
                targets[xml.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        return targets;
    }

    // The texts of cells that several share, and styles: read as a whole later.
    private static void CheckTexts(ZipArchiveEntry part, CancellationToken cancellation)
    {
        using var content = part.Open();
        using var xml = XmlReader.Create(content, Strict);
        var buffer = new char[TextBuffer];
        while (xml.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            CheckText(xml, buffer);
        }
    }

    private static void CheckText(XmlReader xml, char[] buffer)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            return;
        var length = 0;
        for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            if ((length += read) > LongestText)
                throw new TableRefusedException("A cell of the workbook holds more text than a spreadsheet can: it is not read.");
    }

    private static WorkbookSheet ReadSheet(ZipArchiveEntry part, string name, bool isHidden, CancellationToken cancellation)
    {
        var (formulas, cell, hasFormula, hasValue) = (0, "", false, false);
        var buffer = new char[TextBuffer];
        var errors = 0;
        string? first = null, unknown = null, merged = null, firstError = null;
        using var content = part.Open();
        using var xml = XmlReader.Create(content, Strict);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "c" } && hasFormula && !hasValue)
                unknown ??= cell;
            CheckText(xml, buffer);
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "row":
                    cancellation.ThrowIfCancellationRequested();
                    break;
                case "c":
                    (cell, hasFormula, hasValue) = (xml.GetAttribute("r") ?? "", false, false);
                    if (xml.GetAttribute("t") == "e")
                        (errors, firstError) = (errors + 1, firstError ?? cell);
                    break;
                case "f":
                    (hasFormula, first) = (true, first ?? cell);
                    formulas++;
                    break;
                case "v":
                    hasValue = true;
                    break;
                case "mergeCell":
                    merged ??= xml.GetAttribute("ref");
                    break;
            }
        }
        return new WorkbookSheet(name, isHidden, formulas, first, unknown, merged, errors, firstError);
    }
}
