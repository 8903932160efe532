using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Clients;

/// <summary>Clients, as they are edited.</summary>
public sealed class ClientEditing : NamedEntryEditing<Client, ClientContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Client;

    /// <inheritdoc />
    public override string Noun => "client";

    /// <inheritdoc />
    public override string ShownIn => "the filters of search and the pages of the departments that serve it, for those who may see clients";

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => ClientContent.Fields;

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Served by", EntryType.Department, db.Departments.Where(d => d.Clients.Any(c => c.Id == id)).Select(d => d.Id)),
    ];

    /// <inheritdoc />
    protected override Client New(string slug, string name) => new(slug, name);
}
