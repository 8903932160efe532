using System.IO.Compression;
using System.Text;

namespace BpoDirectory.Tests.Exchange.Import.Files;

/// <summary>Makes small Excel workbooks, honest ones and others.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A cell with a text.</summary>
    public static string Text(string cell, string text) => $"<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>A cell with one of the texts that several cells share.</summary>
    public static string Shared(string cell, int text) => $"<c r=\"{cell}\" t=\"s\"><v>{text}</v></c>";

    /// <summary>The part with the texts that several cells share.</summary>
    public static (string Path, string Content) SharedTexts(params string[] texts) =>
        ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts.Select(text => $"<si><t>{text}</t></si>"))}</sst>");

    /// <summary>Writes a workbook.</summary>
    /// <param name="path">Where.</param>
    /// <param name="sheets">By name: whether it is hidden, its rows, and what follows them.</param>
    /// <param name="others">Further parts by their path.</param>
    public static void Write(
        string path, (string Name, bool IsHidden, string Rows, string After)[] sheets, params (string Path, string Content)[] others)
    {
        using var file = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(file, "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Add(file, "_rels/.rels",
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        var entries = string.Concat(sheets.Select((sheet, index) =>
            $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\"{(sheet.IsHidden ? " state=\"hidden\"" : "")} r:id=\"rId{index + 1}\"/>"));
        Add(file, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{entries}</sheets></workbook>");
        var relations = string.Concat(sheets.Select((_, index) =>
            $"<Relationship Id=\"rId{index + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"));
        Add(file, "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}<Relationship Id=\"rIdS\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>"
            + $"<Relationship Id=\"rIdT\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        Add(file, "xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"10\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        foreach (var (index, sheet) in sheets.Index())
            Add(file, $"xl/worksheets/sheet{index + 1}.xml",
                $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Rows}</sheetData>{sheet.After}</worksheet>");
        foreach (var (name, content) in others)
            Add(file, name, content);
    }

    /// <summary>Writes a workbook with one sheet.</summary>
    public static void Write(string path, string rows, string after = "", params (string Path, string Content)[] others) =>
        Write(path, [("Units", false, rows, after)], others);

    private static void Add(ZipArchive file, string path, string content)
    {
        using var part = file.CreateEntry(path, CompressionLevel.SmallestSize).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
