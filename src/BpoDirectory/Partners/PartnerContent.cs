using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Partners;

/// <summary>Everything about a partner that an editor can change.</summary>
public sealed class PartnerContent : NamedContent<Partner>
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        NameField("a partner name"),
        SlugField,
        new("website", "Website") { Rule = TextRule.OptionalChannel(ChannelKind.Web) },
        new("note", "Note", FieldShape.Text) { Rule = TextRule.Optional("the note", Rules.SentenceLength) },
        ArchivedField,
    ];

    public string Website { get; set; } = "";

    public string Note { get; set; } = "";

    /// <inheritdoc />
    protected internal override void DescribeTo(Partner entry) => entry.Describe(Website, Note);

    /// <inheritdoc />
    protected internal override void DescribeFrom(Partner entry) => (Website, Note) = (entry.Website ?? "", entry.Note ?? "");
}
