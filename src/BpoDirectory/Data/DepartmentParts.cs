using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Data;

/// <summary>Another name people use for a department; unique over all departments by its key.</summary>
public sealed class DepartmentAlias : IRankedRow
{
    /// <summary>A new alias at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The name is empty or too long.</exception>
    public DepartmentAlias(string name, int rank)
    {
        Rename(name);
        MoveTo(rank);
    }

    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }

    /// <summary>The rank among the department's aliases, from 1.</summary>
    public int Rank { get; private set; }

    public List<Source> Sources { get; } = [];

    /// <summary>Replaces the name.</summary>
    /// <exception cref="DirectoryRuleException">The name is empty or too long.</exception>
    [MemberNotNull(nameof(Name), nameof(NameKey))]
    public void Rename(string name)
    {
        Name = Rules.Required(name, "an alias", Rules.NameLength);
        NameKey = NameComparison.KeyOf(Name);
    }

    /// <summary>Gives the alias another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}

/// <summary>Something a department answers for.</summary>
public sealed class Responsibility : IRankedRow
{
    /// <summary>A new responsibility at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The text is empty, or a text is too long.</exception>
    public Responsibility(string text, string? detail, int rank)
    {
        Reword(text, detail);
        MoveTo(rank);
    }

    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    /// <summary>The rank among the department's responsibilities, from 1, most important first.</summary>
    public int Rank { get; private set; }

    /// <summary>The responsibility in a few words, verb first.</summary>
    public string Text { get; private set; }

    /// <summary>One more sentence, where there is something to add.</summary>
    public string? Detail { get; private set; }

    public List<Source> Sources { get; } = [];

    /// <summary>Replaces the text and the detail.</summary>
    /// <exception cref="DirectoryRuleException">The text is empty, or a text is too long.</exception>
    [MemberNotNull(nameof(Text))]
    public void Reword(string text, string? detail) => (Text, Detail) = (
        Rules.Required(text, "a responsibility", Rules.SentenceLength), Rules.Optional(detail, "the detail", Rules.SentenceLength));

    /// <summary>Gives the responsibility another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}
