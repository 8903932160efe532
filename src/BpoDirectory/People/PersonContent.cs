using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.People;

/// <summary>Everything about a person that an editor can change. The roles are said by the departments.</summary>
public sealed class PersonContent : NamedContent<Person>
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        NameField("a name"),
        SlugField,
        new("position", "Title", FieldShape.Text) { Rule = TextRule.Optional("the title", Rules.NameLength) },
        new("email", "E-mail") { Rule = TextRule.OptionalChannel(ChannelKind.Email) },
        new("phone", "Phone") { Rule = TextRule.OptionalChannel(ChannelKind.Phone) },
        new("note", "Note", FieldShape.Text) { Rule = TextRule.Optional("the note", Rules.SentenceLength) },
        new("hasLeft", "Has left the organisation"),
        ArchivedField,
    ];

    /// <summary>What the person is: “Head of Payroll”.</summary>
    public string Position { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>As people write it.</summary>
    public string Phone { get; set; } = "";

    public string Note { get; set; } = "";

    public bool HasLeft { get; set; }

    /// <inheritdoc />
    protected internal override void DescribeTo(Person entry)
    {
        entry.Describe(Position, Email, Phone, Note);
        entry.SetLeft(HasLeft);
    }

    /// <inheritdoc />
    protected internal override void DescribeFrom(Person entry)
    {
        (Position, Email, Note, HasLeft) = (entry.Position ?? "", entry.Email ?? "", entry.Note ?? "", entry.HasLeft);
        Phone = entry.Phone is { } phone ? ChannelValue.ToText(ChannelKind.Phone, phone) : "";
    }
}
