using System.Text.Json.Nodes;

namespace BpoDirectory.Editing.Merge;

/// <summary>What an editor writes where two changed the same: a whole text anew, or the texts of one item of a list.</summary>
public sealed class RewrittenConflict
{
    // The text of a conflict that is one text as a whole.
    private static readonly ItemText Whole = new("", "What shall stand");

    private const StringSplitOptions TrimmedLines = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private readonly MergeConflict _conflict;
    private readonly EditingSession _session;
    private readonly Dictionary<string, string> _written;

    /// <summary>Begins with what was written before and is still kept, and else with what the editor had typed.</summary>
    public RewrittenConflict(MergeConflict conflict, EditingSession session)
    {
        (_conflict, _session) = (conflict, session);
        _written = Texts.ToDictionary(text => text.Name, text => session.PendingInput.GetValueOrDefault(InputName(text)) ?? Typed(text));
    }

    /// <summary>What can be written; nothing where there is only something to choose.</summary>
    public IReadOnlyList<ItemText> Texts => (_conflict.Field.Shape, _conflict.IsOrder) switch
    {
        (FieldShape.Text or FieldShape.Lines or FieldShape.Set, _) => [Whole],
        (FieldShape.Items, false) => _conflict.Field.Texts,
        _ => [],
    };

    /// <summary>Whether something was written that is still kept.</summary>
    public bool IsKept => Texts.Any(text => _session.PendingInput.ContainsKey(InputName(text)));

    /// <summary>What shall stand.</summary>
    public JsonNode Value
    {
        get
        {
            if (_conflict.Field.Shape == FieldShape.Set)
                return new JsonArray([.. _written[Whole.Name].Split('\n', TrimmedLines).Select(word => JsonValue.Create(word))]);
            if (Texts is [var only] && only == Whole)
                return JsonValue.Create(_written[Whole.Name]);
            var item = Start.DeepClone().AsObject();
            foreach (var text in Texts)
                item[text.Name] = _written[text.Name];
            return item;
        }
    }

    // An item that one side removed is what the other made of it.
    private JsonNode Start => (_conflict.Mine ?? _conflict.Theirs)!;

    /// <summary>What is written as one of the texts.</summary>
    public string this[ItemText text] => _written[text.Name];

    /// <summary>Takes over what is written as one of the texts, and keeps it with the draft.</summary>
    public void Write(ItemText text, string written)
    {
        _written[text.Name] = written;
        _session.SetPendingInput(InputName(text), written);
    }

    /// <summary>Keeps nothing any more of what was written.</summary>
    public void Forget()
    {
        foreach (var text in Texts)
            _session.SetPendingInput(InputName(text), null);
    }

    private string Typed(ItemText text) => ContentText.From(text == Whole ? _conflict.Mine : Start[text.Name]);

    private string InputName(ItemText text) => text == Whole
        ? $"{_conflict.Field.Label}, written anew"
        : $"{_conflict.Field.Label}, “{ContentText.ItemTitle(_conflict.Original ?? Start)}”, written anew: {text.Label}";
}
