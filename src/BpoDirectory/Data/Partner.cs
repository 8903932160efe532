using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>An organisation that departments' work is handed to.</summary>
public sealed class Partner(string slug, string name) : NamedEntry(slug, name)
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Partner;

    /// <summary>An http or https address.</summary>
    public string? Website { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Replaces the website and the note; empty texts say nothing.</summary>
    /// <exception cref="DirectoryRuleException">The website is no web address, or the note is too long.</exception>
    public void Describe(string? website, string? note)
    {
        Website = ChannelValue.NormalizeOptional(ChannelKind.Web, website);
        Note = Rules.Optional(note, "the note", Rules.SentenceLength);
    }
}

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.ConfigureName();
        partner.Property(p => p.Website).HasMaxLength(ChannelValue.Longest);
        partner.Property(p => p.Note).HasMaxLength(Rules.SentenceLength);
    }
}
