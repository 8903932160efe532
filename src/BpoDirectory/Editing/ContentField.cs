using System.Text.Json.Nodes;
using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>How a field of an entry is compared and merged.</summary>
public enum FieldShape
{
    /// <summary>One value, which changes as a whole.</summary>
    Value,

    /// <summary>A short text, which changes as a whole.</summary>
    Text,

    /// <summary>A text that several people can change in different lines.</summary>
    Lines,

    /// <summary>Values without an order, such as the codes of sources.</summary>
    Set,

    /// <summary>Things in an order, each known by a key.</summary>
    Items,
}

/// <summary>A field of an entry, as editors know it.</summary>
/// <param name="Name">The property of the content's JSON.</param>
/// <param name="Label">What editors read.</param>
/// <param name="Shape">How it is compared and merged.</param>
/// <param name="Key">The property by which items are known.</param>
public sealed record ContentField(string Name, string Label, FieldShape Shape = FieldShape.Value, string Key = "key")
{
    /// <summary>The type of the entries that the field names by their slugs; null when it names none.</summary>
    public EntryType? RefersTo { get; init; }

    /// <summary>
    /// The type of entries that the field tells of and nothing else: who may not see these does not see the field. Null for none.
    /// </summary>
    public EntryType? TellsOf { get; init; }

    /// <summary>Of lists: what items name by slugs beside their key, by the property of the item's JSON.</summary>
    public IReadOnlyDictionary<string, EntryType> ItemReferences { get; init; } = new Dictionary<string, EntryType>();

    /// <summary>Of lists: what values of items are called before a person, by the property of the item's JSON.</summary>
    public IReadOnlyDictionary<string, Func<string, string>> ItemWords { get; init; } = new Dictionary<string, Func<string, string>>();

    /// <summary>What each item of the field says in free words, in the order of the form.</summary>
    public IReadOnlyList<ItemText> Texts { get; init; } = [];

    /// <summary>What the text of the field must keep to, or each text of a set; null where anything may stand.</summary>
    public TextRule? Rule { get; init; }

    /// <summary>Of lists: by what no two items may be the same; null where they may.</summary>
    public UniqueItems? Unique { get; init; }

    /// <summary>Of lists: the property of items that is their rank among those of other entries; null where they have none.</summary>
    public string? Rank { get; init; }

    /// <summary>Of lists: the most items.</summary>
    public int Most => RefersTo is null ? Rules.MostItems : Rules.MostLinks;

    /// <summary>Whether the field holds codes of sources.</summary>
    public bool HoldsSources { get; init; }

    /// <summary>What a value is called before a person; null when it says so itself.</summary>
    public Func<string, string>? WordOf { get; init; }

    /// <summary>Whether somebody who reads may see the field at all.</summary>
    public bool IsVisibleTo(Audience audience) => TellsOf is not { } type || audience.Sees(type);

    /// <summary>Takes out of a value of the field what names entries that somebody who reads may not see.</summary>
    public void HideFrom(Audience audience, JsonNode? value)
    {
        foreach (var item in (value as JsonArray ?? []).OfType<JsonObject>())
            foreach (var (property, type) in ItemReferences)
                if (!audience.Sees(type))
                    item.Remove(property);
    }

    /// <summary>Calls the values of an enumeration what <paramref name="wordOf"/> says.</summary>
    public static Func<string, string> Words<TValue>(Func<TValue, string> wordOf) where TValue : struct, Enum =>
        text => EnumNames.Find<TValue>(text) is { } value ? wordOf(value) : text;
}

/// <summary>A text of an item of a list.</summary>
/// <param name="Name">The property of the item's JSON.</param>
/// <param name="Label">What editors read.</param>
public sealed record ItemText(string Name, string Label)
{
    /// <summary>The text of an item that says why it stands in the list.</summary>
    public static ItemText Reason { get; } = new("reason", "Reason") { Rule = TextRule.Optional("the reason", Rules.SentenceLength) };

    /// <summary>What the text must keep to; null where anything may stand.</summary>
    public TextRule? Rule { get; init; }
}

/// <summary>Says that no two items of a list may be the same, without regard to case or blanks around them.</summary>
/// <param name="Noun">What messages call an item.</param>
/// <param name="Property">The property of the item's JSON that tells items apart; null in a list of plain texts.</param>
public sealed record UniqueItems(string Noun, string? Property = null);

/// <summary>What a text must keep to: the same rules as the entities have, told without an exception.</summary>
public sealed class TextRule
{
    private readonly Func<string, string?> _check;

    private TextRule(Func<string, string?> check) => _check = check;

    /// <summary>A slug; see <see cref="Rules.CheckSlug"/>.</summary>
    public static TextRule Slug { get; } = new(Rules.CheckSlug);

    /// <summary>The name of an icon; see <see cref="DepartmentIcons.Check"/>.</summary>
    public static TextRule Icon { get; } = new(DepartmentIcons.Check);

    /// <summary>The code of a country, or nothing; see <see cref="Site.CheckCountry"/>.</summary>
    public static TextRule Country { get; } = new(Site.CheckCountry);

    /// <summary>The name of a time zone, or nothing; see <see cref="OpeningHours.CheckZone"/>.</summary>
    public static TextRule TimeZone { get; } = new(OpeningHours.CheckZone);

    /// <summary>The tag of a language; see <see cref="Language.Check"/>.</summary>
    public static TextRule Language { get; } = new(Data.Language.Check);

    /// <summary>An address or number of a kind; see <see cref="ChannelValue.Check"/>.</summary>
    public static TextRule Channel(ChannelKind kind) => new(text => ChannelValue.Check(kind, text));

    /// <summary>An address or number of a kind, or nothing; see <see cref="ChannelValue.Check"/>.</summary>
    public static TextRule OptionalChannel(ChannelKind kind) =>
        new(text => string.IsNullOrWhiteSpace(text) ? null : ChannelValue.Check(kind, text));

    /// <summary>A text that has to be there; see <see cref="Rules.CheckRequired"/>.</summary>
    public static TextRule Required(string what, int longest) => new(text => Rules.CheckRequired(text, what, longest));

    /// <summary>A text by which a list has an item; see <see cref="Rules.CheckItem"/>.</summary>
    public static TextRule RequiredItem(string what, int longest) => new(text => Rules.CheckItem(text, what, longest));

    /// <summary>A text that may be absent; see <see cref="Rules.CheckOptional"/>.</summary>
    public static TextRule Optional(string what, int longest) => new(text => Rules.CheckOptional(text, what, longest));

    /// <summary>What to do about the text, in words for the editor; null when it is right.</summary>
    public string? Check(string text) => _check(text);
}

/// <summary>A rule that a field breaks.</summary>
/// <param name="Field">The field, such as <c>name</c> or <c>responsibilities[2].text</c>.</param>
/// <param name="Message">What to do, in words for the editor.</param>
/// <param name="Other">The entry that is in the way, where there is one.</param>
public sealed record FieldProblem(string Field, string Message, NamedLink? Other = null);
