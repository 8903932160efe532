using System.Text.Json.Nodes;
using BpoDirectory.Editing.Merge;

namespace BpoDirectory.Editing.Drafts;

/// <summary>What one person typed into one entry in two tabs, as one draft.</summary>
internal static class DraftMerge
{
    private const string InAnotherTab = ", in another tab";

    /// <summary>Whether something typed beside the content is what another tab had in a field.</summary>
    public static bool IsFromOtherTab(string input) => input.EndsWith(InAnotherTab, StringComparison.Ordinal);

    /// <summary>
    /// What is typed in one tab, with what was changed in the other. Where both changed the same, or began with different
    /// versions, what the other tab has is kept beside the content, as text.
    /// </summary>
    public static KeptDraft<T> Merge<T>(EntryEditing<T> editing, KeptDraft<T> typed, KeptDraft<T> other) where T : EntryContent, new()
    {
        var pending = other.PendingInput.Concat(typed.PendingInput).GroupBy(input => input.Key)
            .ToDictionary(same => same.Key, same => same.Last().Value);
        var (before, mine, theirs) = (ContentJson.ToNode(other.Base), ContentJson.ToNode(typed.Content), ContentJson.ToNode(other.Content));
        var content = typed.Content;
        if (typed.BaseVersion == other.BaseVersion)
        {
            var merge = ContentMerge.Merge(editing.Fields, before, mine, theirs);
            content = ContentJson.FromNode<T>(merge.Content);
            foreach (var overlap in merge.Conflicts.Where(overlap => !overlap.IsOrder).GroupBy(overlap => overlap.Field))
                KeepBeside(overlap.Key, overlap.Select(one => one.Theirs));
        }
        else
        {
            foreach (var field in editing.Fields)
                if (new[] { before, mine }.All(other => !JsonNode.DeepEquals(other[field.Name], theirs[field.Name])))
                    KeepBeside(field, [theirs[field.Name]]);
        }
        if (!string.IsNullOrWhiteSpace(typed.Note) && !string.IsNullOrWhiteSpace(other.Note) && typed.Note != other.Note)
            pending[FromOtherTab("Note")] = other.Note;
        return typed with
        {
            Content = content,
            Note = string.IsNullOrWhiteSpace(typed.Note) ? other.Note : typed.Note,
            PendingInput = pending,
            Forms = [.. typed.Forms, .. other.Forms],
        };

        void KeepBeside(ContentField field, IEnumerable<JsonNode?> values) =>
            pending[FromOtherTab(field.Label)] = string.Join('\n', values.Select(ContentText.FromItem));
    }

    private static string FromOtherTab(string label) => $"{label}{InAnotherTab}";
}
