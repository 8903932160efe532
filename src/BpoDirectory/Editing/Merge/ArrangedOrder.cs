using System.Text.Json.Nodes;

namespace BpoDirectory.Editing.Merge;

/// <summary>The order that an editor makes where two put a list into different ones.</summary>
public sealed class ArrangedOrder
{
    private const string Anew = ", the order, arranged anew";

    private readonly EditingSession _session;
    private readonly string _input;

    /// <summary>Begins with what was arranged before and is still kept, and else with the order in which the items stand.</summary>
    /// <param name="conflict">The two orders.</param>
    /// <param name="session">The work that is merged.</param>
    /// <param name="items">The items that can stand, in the order of both sides merged.</param>
    public ArrangedOrder(MergeConflict conflict, EditingSession session, JsonNode? items)
    {
        (_session, _input) = (session, $"{conflict.Field.Label}{Anew}");
        var lines = session.PendingInput.GetValueOrDefault(_input)?.Split('\n') ?? [];
        JsonArray kept = [.. lines.Select(line => JsonValue.Create(line.Split(' ')[0]))];
        Keys = [.. KeyedList.From(conflict.Field, ListMerge.InOrder(conflict.Field, items, kept)).Keys];
    }

    /// <summary>The items in their order, to be moved, by what they are known.</summary>
    public List<string> Keys { get; }

    /// <summary>Whether something was arranged that is still kept.</summary>
    public bool IsKept => _session.PendingInput.ContainsKey(_input);

    /// <summary>The order that shall stand, by keys.</summary>
    public JsonArray Value => [.. Keys.Select(key => (JsonNode)JsonValue.Create(key))];

    /// <summary>What is kept beside the content, to be read: an order without the keys of its items.</summary>
    public static string Readable(string input, string text) => input.EndsWith(Anew, StringComparison.Ordinal)
        ? string.Join('\n', text.Split('\n').Select(line => line[(line.IndexOf(' ') + 1)..]))
        : text;

    /// <summary>Keeps the order with the draft: a line for each item, with its key first.</summary>
    /// <param name="titleOf">What an item is called, by its key.</param>
    public void Keep(Func<string, string> titleOf) =>
        _session.SetPendingInput(_input, string.Join('\n', Keys.Select(key => $"{key} {titleOf(key)}")));

    /// <summary>Keeps nothing any more of what was arranged.</summary>
    public void Forget() => _session.SetPendingInput(_input, null);
}
