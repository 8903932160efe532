using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>What a department promises.</summary>
public sealed class ServiceLevel : IRankedRow
{
    /// <summary>A new service level at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">
    /// The measure or the target is missing, a text is too long, or the link is no web address.
    /// </exception>
    public ServiceLevel(string measure, string target, string? note, string? link, int rank)
    {
        Change(measure, target, note, link);
        MoveTo(rank);
    }

    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    /// <summary>The rank among the department's service levels, from 1.</summary>
    public int Rank { get; private set; }

    /// <summary>What is measured: “first response”.</summary>
    public string Measure { get; private set; }

    /// <summary>What is promised: “4 h, 90 %”.</summary>
    public string Target { get; private set; }

    public string? Note { get; private set; }

    /// <summary>An http or https address.</summary>
    public string? Link { get; private set; }

    /// <summary>Replaces all that it says.</summary>
    /// <exception cref="DirectoryRuleException">
    /// The measure or the target is missing, a text is too long, or the link is no web address.
    /// </exception>
    [MemberNotNull(nameof(Measure), nameof(Target))]
    public void Change(string measure, string target, string? note, string? link)
    {
        Measure = Rules.Required(measure, "what is measured", Rules.NameLength);
        Target = Rules.Required(target, "the target", Rules.NameLength);
        Note = Rules.Optional(note, "the note", Rules.SentenceLength);
        Link = ChannelValue.NormalizeOptional(ChannelKind.Web, link);
    }

    /// <summary>Gives the service level another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}

internal sealed class ServiceLevelConfiguration : IEntityTypeConfiguration<ServiceLevel>
{
    public void Configure(EntityTypeBuilder<ServiceLevel> level)
    {
        level.Property(l => l.Measure).HasMaxLength(Rules.NameLength);
        level.Property(l => l.Target).HasMaxLength(Rules.NameLength);
        level.Property(l => l.Note).HasMaxLength(Rules.SentenceLength);
        level.Property(l => l.Link).HasMaxLength(ChannelValue.Longest);
    }
}
