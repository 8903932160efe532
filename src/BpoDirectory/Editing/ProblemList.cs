using BpoDirectory.Data;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Editing;

/// <summary>Gathers the rules that the fields of a content break.</summary>
public sealed class ProblemList
{
    private readonly List<FieldProblem> _problems = [];

    /// <summary>What was noted, in the order in which it was.</summary>
    public IReadOnlyList<FieldProblem> All => _problems;

    /// <summary>Notes that a field breaks a rule; <paramref name="other"/> is the entry that is in the way, where there is one.</summary>
    public void Add(string field, string message, NamedLink? other = null) => _problems.Add(new FieldProblem(field, message, other));

    /// <summary>Notes what is wrong with the text of a field, if it has a rule.</summary>
    public void Check(string field, TextRule? rule, string text)
    {
        if (rule?.Check(text) is { } message)
            Add(field, message);
    }

    /// <summary>Notes every text that is there twice, by <see cref="NameComparison"/>.</summary>
    public void CheckUnique(IEnumerable<string> texts, Func<int, string> field, string noun)
    {
        var seen = new HashSet<string>();
        foreach (var (index, text) in texts.Index())
            if (NameComparison.KeyOf(text) is { Length: > 0 } key && !seen.Add(key))
                Add(field(index), $"“{text.Trim()}” is listed twice: keep one {noun}.");
    }
}
