using System.Text;

namespace BpoDirectory.Tests.Search;

/// <summary>Texts that break programs which take them for anything else than text.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "payroll", "IT", "it", "r&d", "R & D", "and", "or", "not", "near", "the", "who", "invoi", "tehcnical", "5", "3pl",
        "\"", "'", "`", "''", "\"\"", "*", "-", "+", "^", ":", "(", ")", "{", "}", "[", "]", "%", "_", "\\", "/", "|", "&", "&&", "~", ";",
        "--", "AND", "OR", "NOT", "NEAR(a b, 2)", "Name:", "Words:payroll", "DepartmentIndex", "pay*", "-payroll", "\"payroll", "payroll\"",
        "'; DROP TABLE Departments; --", "' OR '1'='1", "1; SELECT 1", "$1", "@p0", "?", "<b>", "</script>", "&amp;", "%00", "{0}",
        "\0", "\u0001", "\u001B[31m", "\u007F", "\u0085", "\uD800", "\uDC00", "\uD83D\uDE9A", "\uDE9A\uD83D", "\u200B", "\u200F", "\u202E",
        "\u2066",
        "\uFEFF", "\uFFFD", "\uFFFF", "e\u0301\u0301\u0301", "Ａ", "İ", "ı", "ß", "ŉ", "日本語", "١٢٣", "ﬁ", "Ⅷ", "\u0E33", "\u1F88", "𝒜",
    ];

    /// <summary>Texts worth trying one by one.</summary>
    public static IEnumerable<string> All =>
    [
        .. Pieces,
        .. Enumerable.Range(0, 128).Select(code => ((char)code).ToString()),
        .. Enumerable.Range(33, 94).Select(code => $"pay{(char)code}roll"),
        .. Enumerable.Range(33, 94).Select(code => $"{(char)code}payroll{(char)code}"),
        new string('a', 5_000), new string('"', 5_000), new string('&', 5_000), new string('é', 5_000),
        string.Concat(Enumerable.Repeat("payroll ", 700)),
        string.Concat(Enumerable.Repeat("\uD83D\uDE9A", 2_500)), string.Join('-', Enumerable.Range(0, 1_000)),
        string.Join('&', Enumerable.Repeat("r", 100)),
        string.Join('-', Enumerable.Range('a', 26).Select(c => $"{(char)c}{(char)c}{(char)c}")), new string('\u0301', 300),
        "a" + new string('\'', 100) + "s",
        "' OR 1=1 UNION SELECT sql FROM sqlite_master --", "\" OR \"\"=\"", "(((((((((((((((((((((((((", "NEAR NEAR NEAR", "AND AND",
        "* * *", "^payroll", "{Words}: payroll",
    ];

    /// <summary>A text put together at random, the same for the same seed.</summary>
    public static string Random(Random random, int longest)
    {
        var text = new StringBuilder();
        for (var pieces = random.Next(1, 12); pieces > 0 && text.Length < longest; pieces--)
        {
            if (random.Next(4) > 0)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            else
                text.Append((char)random.Next(0x10000));
            if (random.Next(3) > 0)
                text.Append(' ');
        }
        return text.ToString();
    }
}
