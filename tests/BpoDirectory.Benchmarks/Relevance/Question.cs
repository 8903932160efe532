namespace BpoDirectory.Benchmarks.Relevance;

/// <summary>A question with the answers expected of it.</summary>
/// <param name="Text">The question as typed.</param>
/// <param name="Kind">What the question tries: plain, typo, synonym, negative, ...</param>
/// <param name="Expected">Names that may answer, best first; empty when there is none or any will do.</param>
/// <param name="MayBeNone">Whether no answer is right too.</param>
/// <param name="IsSafetyOnly">Whether any answer is right, as long as there is one at all.</param>
public sealed record Question(string Text, string Kind, IReadOnlyList<string> Expected, bool MayBeNone, bool IsSafetyOnly)
{
    /// <summary>Reads a file of questions: a header line, then tab-separated query, kind, expected names joined by | and a note.</summary>
    public static IReadOnlyList<Question> ReadAll(string file) =>
        [.. File.ReadLines(file).Skip(1).Where(line => line.Length > 0).Select(Parse)];

    private static Question Parse(string line)
    {
        var columns = line.Split('\t');
        var names = columns[2].Split('|', StringSplitOptions.RemoveEmptyEntries);
        return new Question(
            Unescape(columns[0]), columns[1], [.. names.Where(name => name is not ("NONE" or "ANY"))],
            names.Contains("NONE"), names.Contains("ANY"));
    }

    private static string Unescape(string text)
    {
        var plain = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }
            plain.Append(text[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', '0' => '\0', var other => other });
        }
        return plain.ToString();
    }
}
