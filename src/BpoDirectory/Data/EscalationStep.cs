using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>Whom to turn to when a department did not help.</summary>
public sealed class EscalationStep : IRankedRow
{
    /// <summary>A new step at a rank from 1; <see cref="LeadTo"/> says to whom.</summary>
    /// <exception cref="DirectoryRuleException">It does not say when, or a text is too long.</exception>
    public EscalationStep(string when, string? note, int rank)
    {
        Change(when, note);
        MoveTo(rank);
    }

    // For reading: what was kept stays readable when the numbering plan of a country changes.
    private EscalationStep() => When = "";

    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    /// <summary>The rank among the department's steps, from 1.</summary>
    public int Rank { get; private set; }

    /// <summary>When the step is taken: “after 4 hours without an answer”.</summary>
    public string When { get; private set; }

    public string? Note { get; private set; }

    public int? PersonId { get; private set; }

    public Person? Person { get; private set; }

    /// <summary>How <see cref="Value"/> is used; null where a person alone is named.</summary>
    public ChannelKind? Kind { get; private set; }

    /// <summary>An address or number, in the form that <see cref="ChannelValue.Normalize"/> gives it.</summary>
    public string? Value { get; private set; }

    /// <summary>Replaces when the step is taken, and the note.</summary>
    /// <exception cref="DirectoryRuleException">It does not say when, or a text is too long.</exception>
    [MemberNotNull(nameof(When))]
    public void Change(string when, string? note) =>
        (When, Note) =
            (Rules.Required(when, "when to take this step", Rules.NameLength), Rules.Optional(note, "the note", Rules.SentenceLength));

    /// <summary>Says whom to turn to: a person, a channel or both.</summary>
    /// <exception cref="DirectoryRuleException">There is neither, or the value is none of its kind.</exception>
    public void LeadTo(Person? person, ChannelKind? kind, string? value)
    {
        if (person is null && kind is null)
            throw new DirectoryRuleException("Name a person or a channel.");
        (Person, PersonId) = (person, person?.Id);
        (Kind, Value) = (kind, kind is { } of ? ChannelValue.Normalize(of, value ?? "") : null);
    }

    /// <summary>Gives the step another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}

internal sealed class EscalationStepConfiguration : IEntityTypeConfiguration<EscalationStep>
{
    public void Configure(EntityTypeBuilder<EscalationStep> step)
    {
        step.Property(s => s.When).HasMaxLength(Rules.NameLength);
        step.Property(s => s.Note).HasMaxLength(Rules.SentenceLength);
        step.Property(s => s.Value).HasMaxLength(ChannelValue.Longest);
        step.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
