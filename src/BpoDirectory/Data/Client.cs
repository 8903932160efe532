using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>An organisation that departments serve. Who may see it is a setting.</summary>
public sealed class Client(string slug, string name) : NamedEntry(slug, name)
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Client;

    public string? Note { get; private set; }

    public List<Department> Departments { get; } = [];

    /// <summary>Replaces the note.</summary>
    /// <exception cref="DirectoryRuleException">It is too long.</exception>
    public void Describe(string? note) => Note = Rules.Optional(note, "the note", Rules.SentenceLength);
}

internal sealed class ClientConfiguration : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.ConfigureName();
        client.Property(c => c.Note).HasMaxLength(Rules.SentenceLength);
    }
}
