using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>Somebody who has a role in departments. Who may see anything of people is a setting.</summary>
public sealed class Person(string slug, string name) : NamedEntry(slug, name)
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Person;

    /// <summary>What the person is: “Head of Payroll”.</summary>
    public string? Position { get; private set; }

    public string? Email { get; private set; }

    /// <summary>In the form that <see cref="ChannelValue.Normalize"/> gives it.</summary>
    public string? Phone { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Whether the person has left the organisation: the roles wait to be handed over.</summary>
    public bool HasLeft { get; private set; }

    public List<DepartmentPerson> Roles { get; } = [];

    /// <summary>Replaces what is said of the person; empty texts say nothing.</summary>
    /// <exception cref="DirectoryRuleException">The e-mail address or the phone number is none, or a text is too long.</exception>
    public void Describe(string? position, string? email, string? phone, string? note)
    {
        Position = Rules.Optional(position, "the title", Rules.NameLength);
        Email = ChannelValue.NormalizeOptional(ChannelKind.Email, email);
        Phone = ChannelValue.NormalizeOptional(ChannelKind.Phone, phone);
        Note = Rules.Optional(note, "the note", Rules.SentenceLength);
    }

    /// <summary>Marks that the person has left, or is there again.</summary>
    public void SetLeft(bool hasLeft) => HasLeft = hasLeft;
}

/// <summary>What a person is in a department.</summary>
public enum PersonRole
{
    Lead,
    Deputy,

    /// <summary>Who is asked when others did not help.</summary>
    Escalation,
}

/// <summary>A person's role in a department.</summary>
public sealed class DepartmentPerson : IRankedRow
{
    /// <summary>A new role at a rank from 1.</summary>
    public DepartmentPerson(Person person, PersonRole role, int rank)
    {
        Assign(person, role);
        MoveTo(rank);
    }

    // For EF Core, which sets the person later.
    private DepartmentPerson() => Person = null!;

    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    public Department Department { get; private set; } = null!;

    public int PersonId { get; private set; }

    public Person Person { get; private set; }

    public PersonRole Role { get; private set; }

    /// <summary>The rank among the department's people, from 1.</summary>
    public int Rank { get; private set; }

    /// <summary>Gives the role to somebody.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(Person))]
    public void Assign(Person person, PersonRole role) => (Person, PersonId, Role) = (person, person.Id, role);

    /// <summary>Gives the role another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        // Two people may have the same name.
        person.ConfigureName(isUnique: false);
        person.ToTable("People");
        person.Property(p => p.Position).HasMaxLength(Rules.NameLength);
        person.Property(p => p.Email).HasMaxLength(ChannelValue.Longest);
        person.Property(p => p.Phone).HasMaxLength(ChannelValue.Longest);
        person.Property(p => p.Note).HasMaxLength(Rules.SentenceLength);
    }
}

internal sealed class DepartmentPersonConfiguration : IEntityTypeConfiguration<DepartmentPerson>
{
    public void Configure(EntityTypeBuilder<DepartmentPerson> role)
    {
        role.ToTable("DepartmentPeople");
        role.HasOne(r => r.Person).WithMany(p => p.Roles).HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
