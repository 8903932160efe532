using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Clients;

/// <summary>Everything about a client that an editor can change.</summary>
public sealed class ClientContent : NamedContent<Client>
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        NameField("a client name"),
        SlugField,
        new("note", "Note", FieldShape.Text) { Rule = TextRule.Optional("the note", Rules.SentenceLength) },
        ArchivedField,
    ];

    public string Note { get; set; } = "";

    /// <inheritdoc />
    protected internal override void DescribeTo(Client entry) => entry.Describe(Note);

    /// <inheritdoc />
    protected internal override void DescribeFrom(Client entry) => Note = entry.Note ?? "";
}
