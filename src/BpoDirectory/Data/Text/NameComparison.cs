using System.Text;

namespace BpoDirectory.Data.Text;

/// <summary>
/// How names are compared, ordered and looked for, in the database and in memory alike. The key of a name is kept beside it: first the name
/// as people type it, then, where that says less, the name with its marks. Keys that are the same are one name; in the order of their code
/// units
/// they stand as people order names; and a part of a name is a part of its key.
/// </summary>
public static class NameComparison
{
    private const char BeforeMarks = '\u0001';

    /// <summary>The key of a name; empty when nothing of the name can be seen.</summary>
    public static string KeyOf(string name)
    {
        var canonical = Collapsed(TextNormalizer.Canonical(name));
        var typed = PartOf(name);
        return typed == canonical ? typed : $"{typed}{BeforeMarks}{canonical}";
    }

    /// <summary>A part of a name in the form in which keys have it.</summary>
    public static string PartOf(string text) => Collapsed(TextNormalizer.Plain(text).Replace("'", "", StringComparison.Ordinal));

    /// <summary>Whether a part of a name, or of any other text, is in it; an empty one always is.</summary>
    public static bool Contains(string text, string part) => PartOf(text).Contains(PartOf(part), StringComparison.Ordinal);

    /// <summary>Whether two names are the same one.</summary>
    public static bool AreSame(string name, string other) => KeyOf(name) == KeyOf(other);

    /// <summary>The rows in the order of their names.</summary>
    public static IOrderedEnumerable<T> OrderByName<T>(this IEnumerable<T> rows, Func<T, string> nameOf) =>
        rows.OrderBy(row => KeyOf(nameOf(row)), StringComparer.Ordinal);

    /// <summary>The rows of one place in the order of their names.</summary>
    public static IOrderedEnumerable<T> ThenByName<T>(this IOrderedEnumerable<T> rows, Func<T, string> nameOf) =>
        rows.ThenBy(row => KeyOf(nameOf(row)), StringComparer.Ordinal);

    private static string Collapsed(string text)
    {
        if (!text.Contains("  ", StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
            return text.Trim(' ');
        var collapsed = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (letter > ' ')
                collapsed.Append(letter);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
                collapsed.Append(' ');
        return collapsed.ToString().TrimEnd(' ');
    }
}
