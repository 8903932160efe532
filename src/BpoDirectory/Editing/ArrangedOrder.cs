using System.Text.Json.Nodes;

namespace BpoDirectory.Editing;

/// <summary>An item of a list, as it is put into an order.</summary>
/// <param name="Key">By what it is known.</param>
/// <param name="Title">What it says.</param>
public sealed record ArrangedItem(string Key, string Title);

/// <summary>The order that an editor makes where two put a list into different ones.</summary>
public sealed class ArrangedOrder
{
    private readonly EditingSession _session;
    private readonly string _aside;

    /// <summary>Begins with what was arranged before and is still kept, and else with the order in which the items stand.</summary>
    /// <param name="conflict">The two orders.</param>
    /// <param name="session">The work that is merged.</param>
    /// <param name="items">The items of the list, both sides merged.</param>
    public ArrangedOrder(MergeConflict conflict, EditingSession session, JsonNode? items)
    {
        (_session, _aside) = (session, $"{conflict.Field.Label}, the order, arranged anew");
        var keyed = Keyed.Of(conflict.Field, items);
        var kept = session.Asides.GetValueOrDefault(_aside)?.Split('\n').Select(line => JsonValue.Create(line.Split(' ')[0])).ToArray<JsonNode>() ?? [];
        Items = [.. Keyed.Of(conflict.Field, ListMerge.InOrder(conflict.Field, items, new JsonArray(kept))).Keys.Select(key => new ArrangedItem(key, ContentText.TitleOfItem(keyed[key])))];
    }

    /// <summary>The items in their order, to be moved.</summary>
    public List<ArrangedItem> Items { get; }

    /// <summary>Whether something was arranged that is still kept.</summary>
    public bool IsKept => _session.Asides.ContainsKey(_aside);

    /// <summary>The order that shall stand, by keys.</summary>
    public JsonArray Value => [.. Items.Select(item => (JsonNode)JsonValue.Create(item.Key))];

    /// <summary>Keeps the order with the draft: a line for each item, with its key first.</summary>
    public void Keep() => _session.SetAside(_aside, string.Join('\n', Items.Select(item => $"{item.Key} {item.Title}")));

    /// <summary>Keeps nothing any more of what was arranged.</summary>
    public void Forget() => _session.SetAside(_aside, null);
}
