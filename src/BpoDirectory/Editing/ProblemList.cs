using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>Gathers the rules that fields break, by the very checks that the entities make.</summary>
public sealed class ProblemList
{
    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> All => _problems;

    public void Add(string field, string message, NamedLink? other = null) => _problems.Add(new FieldProblem(field, message, other));

    /// <summary>Runs a check of <see cref="Rules"/>; what it objects to is noted beside the field.</summary>
    public void Check(string field, Action rule)
    {
        try
        {
            rule();
        }
        catch (DirectoryRuleException broken)
        {
            Add(field, broken.Message);
        }
    }

    /// <summary>Checks a list of plain names: each is filled in, not too long, and there once.</summary>
    public void CheckTexts(string field, IReadOnlyList<string> texts, string what)
    {
        foreach (var (index, text) in texts.Index())
            Check($"{field}[{index}]", () => Rules.Required(text, $"{what}, or remove the row", Rules.NameLength));
        CheckUnique(texts, index => $"{field}[{index}]", what.Split(' ', 2)[1]);
    }

    /// <summary>Notes every text that stands there twice, without regard to case or blanks around it.</summary>
    public void CheckUnique(IEnumerable<string> texts, Func<int, string> field, string what)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, text) in texts.Index())
            if (text.Trim() is { Length: > 0 } trimmed && !seen.Add(trimmed))
                Add(field(index), $"“{trimmed}” stands here twice: keep one {what}.");
    }
}
