using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Partners;

/// <summary>Partners, as they are edited.</summary>
public sealed class PartnerEditing : NamedEntryEditing<Partner, PartnerContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Partner;

    /// <inheritdoc />
    public override string Noun => "partner";

    /// <inheritdoc />
    public override string ShownIn => "the filters of search and the pages of the departments whose work it does";

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => PartnerContent.Fields;

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Does work of", EntryType.Department, db.Departments.Where(d => d.PartnerId == id).Select(d => d.Id)),
    ];

    /// <inheritdoc />
    protected override Partner New(string slug, string name) => new(slug, name);
}
