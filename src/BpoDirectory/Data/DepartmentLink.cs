using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>What a link of a department leads to.</summary>
public enum LinkKind
{
    Procedure,
    Form,

    /// <summary>Where requests wait to be worked on.</summary>
    Queue,
    Report,
    Other,
}

/// <summary>A link to something that a department has elsewhere.</summary>
public sealed class DepartmentLink : IRankedRow
{
    /// <summary>A new link at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The label is missing or too long, or the address is no web address.</exception>
    public DepartmentLink(LinkKind kind, string label, string address, int rank)
    {
        Change(kind, label, address);
        MoveTo(rank);
    }

    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    /// <summary>The rank among the department's links, from 1.</summary>
    public int Rank { get; private set; }

    public LinkKind Kind { get; private set; }

    public string Label { get; private set; }

    /// <summary>An http or https address.</summary>
    public string Address { get; private set; }

    /// <summary>Replaces all that it says.</summary>
    /// <exception cref="DirectoryRuleException">The label is missing or too long, or the address is no web address.</exception>
    [MemberNotNull(nameof(Label), nameof(Address))]
    public void Change(LinkKind kind, string label, string address) =>
        (Kind, Label, Address) =
            (kind, Rules.Required(label, "a label", Rules.NameLength), ChannelValue.Normalize(ChannelKind.Web, address));

    /// <summary>Gives the link another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}

internal sealed class DepartmentLinkConfiguration : IEntityTypeConfiguration<DepartmentLink>
{
    public void Configure(EntityTypeBuilder<DepartmentLink> link)
    {
        link.Property(l => l.Label).HasMaxLength(Rules.NameLength);
        link.Property(l => l.Address).HasMaxLength(ChannelValue.Longest);
    }
}
