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
    /// <summary>The kind of the entries that the field names by their slugs; null when it names none.</summary>
    public EntryType? RefersTo { get; init; }

    /// <summary>What each item of the field says in free words, in the order of the form.</summary>
    public IReadOnlyList<ItemText> Texts { get; init; } = [];

    /// <summary>Whether the field holds codes of sources.</summary>
    public bool HoldsSources { get; init; }

    /// <summary>What a value is called before a person; null when it says so itself.</summary>
    public Func<string, string>? WordOf { get; init; }

    /// <summary>Calls the values of an enumeration what <paramref name="wordOf"/> says.</summary>
    public static Func<string, string> Words<TValue>(Func<TValue, string> wordOf) where TValue : struct, Enum =>
        text => Enum.TryParse<TValue>(text, ignoreCase: true, out var value) ? wordOf(value) : text;
}

/// <summary>A text of an item of a list.</summary>
/// <param name="Name">The property of the item's JSON.</param>
/// <param name="Label">What editors read.</param>
public sealed record ItemText(string Name, string Label)
{
    /// <summary>The text of an item that says why it stands in the list.</summary>
    public static ItemText Reason { get; } = new("reason", "Reason");
}

/// <summary>A rule that a field breaks.</summary>
/// <param name="Field">The field, such as <c>name</c> or <c>responsibilities[2].text</c>.</param>
/// <param name="Message">What to do, in words for the editor.</param>
/// <param name="Other">The entry that is in the way, where there is one.</param>
public sealed record FieldProblem(string Field, string Message, NamedLink? Other = null);
