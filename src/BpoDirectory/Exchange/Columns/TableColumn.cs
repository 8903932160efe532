using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;

namespace BpoDirectory.Exchange.Columns;

/// <summary>A column of a table of entries: how a part of their content is written to a cell and read from one.</summary>
public abstract class TableColumn
{
    private readonly HashSet<string> _headers;

    private protected TableColumn(string name, string label, IEnumerable<string> synonyms)
    {
        (Name, Label) = (name, label);
        _headers = [.. synonyms.Prepend(name).Select(HeaderKey)];
    }

    /// <summary>Its header, and what it is chosen by; problems of a content name their fields by it too.</summary>
    public string Name { get; }

    /// <summary>What people read.</summary>
    public string Label { get; }

    /// <summary>The field that it holds; null where it holds a part of several.</summary>
    public virtual ContentField? Field => null;

    /// <summary>Whether a header of somebody's table means this column, whatever its case, blanks and punctuation.</summary>
    public bool Answers(string header) => _headers.Contains(HeaderKey(header));

    /// <summary>Whether somebody who reads may see the column at all.</summary>
    public bool IsVisibleTo(Audience audience) => Field?.IsVisibleTo(audience) != false;

    /// <summary>
    /// What a content says in this column, as JSON: a text, a number, yes or no, a list of texts, or objects; null for nothing.
    /// </summary>
    /// <param name="content">The content as <see cref="ContentJson"/> has it; it is not changed, and the value may be a part of it.</param>
    /// <param name="audience">Who reads it.</param>
    public abstract JsonNode? ValueOf(JsonObject content, Audience audience);

    /// <summary>
    /// Makes a content what a cell says; an empty one clears. Its text is the plain one: from a spreadsheet,
    /// <see cref="SpreadsheetText.FromCell"/>
    /// gives it, from JSON <see cref="ToText"/>.
    /// </summary>
    /// <param name="content">The content as <see cref="ContentJson"/> has it.</param>
    /// <param name="text">The cell.</param>
    /// <returns>What to do about a cell that cannot be read; null when it was.</returns>
    public abstract string? Read(JsonObject content, string text);

    /// <summary>The items of a cell, by their place from 0, that have a rank among those of other entries and do not say it.</summary>
    public virtual IReadOnlyList<int> FindUnranked(string text) => [];

    /// <summary>A value of a column as the plain text of a cell, which <see cref="Read"/> understands.</summary>
    public static string ToText(JsonNode? value) => value switch
    {
        null => "",
        JsonArray items when items.All(item => item?.GetValueKind() is JsonValueKind.String) =>
            ListText.Join(items.Select(item => item!.GetValue<string>())),
        JsonArray or JsonObject => value.ToJsonString(ColumnJson.Compact),
        _ when value.GetValueKind() is JsonValueKind.True => "yes",
        _ when value.GetValueKind() is JsonValueKind.False => "no",
        _ => value.ToString(),
    };

    private static string HeaderKey(string header) => string.Concat(TextNormalizer.Plain(header).Where(char.IsLetterOrDigit));
}
