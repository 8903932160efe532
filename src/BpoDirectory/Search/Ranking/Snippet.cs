namespace BpoDirectory.Search.Ranking;

/// <summary>Cuts long passages down to the part around what was met.</summary>
public static class Snippet
{
    /// <summary>Longest text shown as the reason for an answer, in UTF-16 code units, without the marks of what was left out.</summary>
    public const int Longest = 160;

    private const string Gap = "…";

    /// <summary>The passage as a reason: whole when it is short, else cut at blanks around its first highlight.</summary>
    public static SearchMatch Create(MatchField field, string text, IReadOnlyList<TextRange> highlights)
    {
        if (text.Length <= Longest)
            return new SearchMatch(field, text, Joined(text, highlights));

        var first = highlights.Count > 0 ? highlights[0].Start : 0;
        var start = Math.Max(0, Math.Min(first - (Longest / 3), text.Length - Longest));
        if (start > 0)
            start = AfterBlank(text, start, first);
        var end = start + Longest >= text.Length ? text.Length : BeforeBlank(text, start + Longest, start);
        var before = start > 0 ? Gap : "";
        var shift = before.Length - start;
        return new SearchMatch(
            field,
            before + text[start..end] + (end < text.Length ? Gap : ""),
            Joined(text, [.. highlights.Where(h => h.Start >= start && h.Start + h.Length <= end)], shift));
    }

    // Neighbouring words that were both met read better as one mark; pairs of letters overlap.
    private static List<TextRange> Joined(string text, IReadOnlyList<TextRange> highlights, int shift = 0)
    {
        var joined = new List<TextRange>();
        foreach (var next in highlights)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Start + last.Length is var end
                && (next.Start <= end || text.AsSpan(end, next.Start - end).Trim(" -&").IsEmpty))
                joined[^1] = new TextRange(last.Start, next.Start + next.Length - last.Start);
            else
                joined.Add(next);
        }
        return [.. joined.Select(h => h with { Start = h.Start + shift })];
    }

    private static int AfterBlank(string text, int at, int latest)
    {
        var blank = text.IndexOf(' ', at, latest - at);
        return blank < 0 ? latest : blank + 1;
    }

    private static int BeforeBlank(string text, int at, int earliest)
    {
        var blank = text.LastIndexOf(' ', at - 1, at - earliest);
        if (blank > earliest)
            return blank;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
