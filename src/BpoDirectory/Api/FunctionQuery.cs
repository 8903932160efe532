using BpoDirectory.Departments;

namespace BpoDirectory.Api;

/// <summary>A question put to the list of functions: each of its words must begin a word of the name or of one synonym.</summary>
internal sealed class FunctionQuery
{
    private const int LongestQuery = 200;
    private const int MostWords = 16;

    private readonly string[] _words;

    public FunctionQuery(string? text)
    {
        _words = [.. Words(text is { Length: > LongestQuery } ? text[..LongestQuery] : text ?? "").Take(MostWords)];
        Text = string.Join(' ', _words);
    }

    /// <summary>The question as used.</summary>
    public string Text { get; }

    public bool Meets(FunctionItem function) =>
        Meets(function.Name) || function.Synonyms.Any(Meets);

    private bool Meets(string text)
    {
        var words = Words(text).ToList();
        return _words.All(asked => words.Any(word => word.StartsWith(asked, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }
}
