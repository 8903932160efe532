using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.People;

/// <summary>People, as they are edited.</summary>
public sealed class PersonEditing : NamedEntryEditing<Person, PersonContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Person;

    /// <inheritdoc />
    public override string Noun => "person";

    /// <inheritdoc />
    public override string Plural => "people";

    /// <inheritdoc />
    public override string ShownIn => "the pages of the departments in which the person has a role, for those who may see people";

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => PersonContent.Fields;

    /// <inheritdoc />
    public override bool HasUniqueNames => false;

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Has a role in", EntryType.Department, db.DepartmentPeople.Where(r => r.PersonId == id).Select(r => r.DepartmentId)),
        ("Named in the escalation of", EntryType.Department, db.EscalationSteps.Where(s => s.PersonId == id).Select(s => s.DepartmentId)),
    ];

    /// <inheritdoc />
    protected override Person New(string slug, string name) => new(slug, name);
}
