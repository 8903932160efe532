using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.People;

/// <summary>A role of a person, with those above and below it.</summary>
/// <param name="Role">What the person is there.</param>
/// <param name="Department">The department.</param>
/// <param name="Above">
/// Who is above: the leads of this department for the others in it, then those of the departments that it is a part of, nearest first.
/// </param>
/// <param name="Below">The leads of the departments that are parts of it, nearest first; only below a lead or a deputy.</param>
public sealed record PersonRoleDetails(
    PersonRole Role, NamedLink Department, IReadOnlyList<LeadingPerson> Above, IReadOnlyList<LeadingPerson> Below);

/// <summary>Somebody who leads a department.</summary>
public sealed record LeadingPerson(NamedLink Person, NamedLink Department);

/// <summary>A person with every role.</summary>
public sealed record PersonPageDetails(
    PersonDetails Person, string? Note, int Version, DateTime UpdatedAt, IReadOnlyList<PersonRoleDetails> Roles);

/// <summary>A person in a list, with the departments of the roles.</summary>
public sealed record ListedPerson(PersonDetails Person, IReadOnlyList<string> Departments);

/// <summary>Reads people for who may see them; archived people and departments do not exist here.</summary>
public sealed class PersonReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    private const int MostLevels = 20;
    private const int MostBelow = 200;

    /// <summary>People whose name contains a text, by name; all where it is empty.</summary>
    public async Task<(int Total, IReadOnlyList<ListedPerson> People)> ListAsync(
        string? text, int page, int pageSize, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var part = NameComparison.PartOf(text ?? "");
        var people = db.People.Where(p => part == "" || p.NameKey.Contains(part));
        var total = await people.CountAsync(cancellation);
        return (total,
            await ReadAsync(
                people.OrderBy(p => p.NameKey).ThenBy(p => p.Id).Skip((int)Math.Min((page - 1L) * pageSize, int.MaxValue)).Take(pageSize),
                cancellation));
    }

    /// <summary>People who have left and still have roles, by name.</summary>
    public async Task<IReadOnlyList<ListedPerson>> LeftWithRolesAsync(int most, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await ReadAsync(
            db.People.Where(p => p.HasLeft && p.Roles.Any(r => !r.Department.IsArchived)).OrderBy(p => p.NameKey).Take(most), cancellation);
    }

    private static async Task<IReadOnlyList<ListedPerson>> ReadAsync(IQueryable<Person> people, CancellationToken cancellation)
    {
        var rows = await people.Select(p => new
        {
            Person = new PersonDetails(p.Slug, p.Name, p.Position, p.Email, p.Phone, p.HasLeft),
            Departments = p.Roles.Where(r => !r.Department.IsArchived).Select(r => r.Department.Name).ToList(),
        }).ToListAsync(cancellation);
        return [.. rows.Select(row => new ListedPerson(row.Person, [.. row.Departments.Distinct().OrderByName(name => name)]))];
    }

    /// <summary>The person with this slug, or null; one who is archived only where <paramref name="evenArchived"/>.</summary>
    public async Task<PersonPageDetails?> FindAsync(string slug, bool evenArchived = false, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var person = await db.People.IncludingArchived(evenArchived).Where(p => p.Slug == slug).Select(p => new
        {
            p.Id, p.Note, p.Version, p.UpdatedAt, Details = new PersonDetails(p.Slug, p.Name, p.Position, p.Email, p.Phone, p.HasLeft),
        }).FirstOrDefaultAsync(cancellation);
        if (person is null)
            return null;
        var roles = await db.DepartmentPeople.Where(r => r.PersonId == person.Id && !r.Department.IsArchived)
            .OrderBy(r => r.Department.NameKey).ThenBy(r => r.Role)
            .Select(r => new { r.Role, r.DepartmentId, Department = new NamedLink(r.Department.Slug, r.Department.Name),
                r.Department.ParentId })
            .ToListAsync(cancellation);
        var details = new List<PersonRoleDetails>();
        foreach (var role in roles)
            details.Add(new PersonRoleDetails(
                role.Role, role.Department, await AboveAsync(db, person.Id, role.Role, role.DepartmentId, role.ParentId, cancellation),
                role.Role == PersonRole.Escalation ? [] : await BelowAsync(db, person.Id, role.DepartmentId, cancellation)));
        return new PersonPageDetails(person.Details, person.Note, person.Version, person.UpdatedAt, details);
    }

    private static async Task<List<LeadingPerson>> AboveAsync(
        DirectoryDbContext db, int person, PersonRole role, int department, int? parent, CancellationToken cancellation)
    {
        var above = role == PersonRole.Lead ? [] : await LeadsOf(db, person, [department]).ToListAsync(cancellation);
        for (var level = 0; parent is { } id && level < MostLevels; level++)
        {
            above.AddRange(await LeadsOf(db, person, [id]).ToListAsync(cancellation));
            parent = await db.Departments.IncludingArchived().Where(d => d.Id == id).Select(d => d.ParentId)
                .FirstOrDefaultAsync(cancellation);
        }
        return above;
    }

    private static async Task<List<LeadingPerson>> BelowAsync(
        DirectoryDbContext db, int person, int department, CancellationToken cancellation)
    {
        var below = new List<LeadingPerson>();
        List<int> parents = [department];
        for (var level = 0; parents.Count > 0 && level < MostLevels && below.Count < MostBelow; level++)
        {
            parents = await db.Departments.IncludingArchived().Where(d => d.ParentId != null && parents.Contains(d.ParentId.Value))
                .OrderBy(d => d.NameKey)
                .Take(MostBelow).Select(d => d.Id).ToListAsync(cancellation);
            below.AddRange(await LeadsOf(db, person, parents).ToListAsync(cancellation));
        }
        return below;
    }

    private static IQueryable<LeadingPerson> LeadsOf(DirectoryDbContext db, int person, List<int> departments) =>
        db.DepartmentPeople.Where(
            r => departments.Contains(r.DepartmentId) && r.Role == PersonRole.Lead && r.PersonId != person && !r.Person.IsArchived
                && !r.Department.IsArchived)
            .OrderBy(r => r.Department.NameKey).ThenBy(r => r.Rank)
            .Select(r => new LeadingPerson(
                new NamedLink(r.Person.Slug, r.Person.Name), new NamedLink(r.Department.Slug, r.Department.Name)));
}
