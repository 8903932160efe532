using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Meaning;

/// <summary>
/// Subjects with which no department has to do, to compare questions with: who is nearer to these asks for something else.
/// </summary>
internal static class OutsideSubjects
{
    private static readonly Lazy<List<string>> Listed = new(() => EmbeddedWordLists.Lists("outside-subjects.yaml")["subjects"]);

    /// <summary>The subjects, as phrases.</summary>
    public static IReadOnlyList<string> All => Listed.Value;
}
