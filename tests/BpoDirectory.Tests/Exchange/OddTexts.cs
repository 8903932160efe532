namespace BpoDirectory.Tests.Exchange;

/// <summary>Texts that files, spreadsheets and JSON handle badly, and that the directory keeps as they are.</summary>
internal static class OddTexts
{
    /// <summary>Each of them; none has blanks around it, which the directory takes away.</summary>
    public static readonly string[] All =
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "'", "''", "'=1", "''=1", "'s-Hertogenbosch", "＝1", "-", "\"quoted\"", "\"Best\" practice",
        "say \"so\"", "\"",
        "a;b", ";", "a, b", "a|b", "\"a\";\"b\"", "two\nlines", "=1\n=2", "a\n\nb", "tab\there", "[draft] text", "[1, 2]", "[{\"a\":1}]",
        "{\"a\":1}", "null",
        "true", "yes", "0", "007", "1e5", "2026-01-02", "1,5", "NULL", "#N/A", "_x000D_", "_x0041_", "&amp;<b>", "</script>", "\\n", "\\",
        "%20",
        "人事部", "قسم الموارد", "می\u200cخواهم", "👩‍👩‍👧‍👦", "🇩🇪", "e\u0301", "é", "ﬁsh", "soft\u00adhyphen", "no\u00a0break", "a\u200eb",
        "\u202bא\u202c", "a\ufeffb", "a\u0001b", "bell\u0007",
        "a\u000bb", "a\u001fb", "a\u007fb", "a\u0085b", "a\u2028b", "a\ufffeb", "x\ufffdy", "𝔘𝔫𝔦", "a  b", new string('ж', 400),
    ];
}
