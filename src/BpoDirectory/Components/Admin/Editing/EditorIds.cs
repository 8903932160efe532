using System.Text;

namespace BpoDirectory.Components.Admin.Editing;

/// <summary>The ids by which an editing page finds its own parts.</summary>
internal static class EditorIds
{
    public const string Heading = "editor-heading";
    public const string Panel = "editor-panel";
    public const string Problems = "editor-problems";
    public const string Saved = "editor-saved";
    public const string Refused = "editor-refused";
    public const string NotKept = "editor-not-kept";

    /// <summary>The id of a field: <c>responsibilities[2].text</c> is <c>field-responsibilities-2-text</c>.</summary>
    public static string From(string field)
    {
        var id = new StringBuilder("field");
        foreach (var part in field.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries))
            id.Append('-').Append(part);
        return id.ToString();
    }
}
