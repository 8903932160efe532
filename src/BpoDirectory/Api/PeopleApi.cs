using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>People by name, one page of them.</summary>
/// <param name="Total">How many there are, over all pages.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="PageSize">People on a page.</param>
/// <param name="Items">The people of this page.</param>
public sealed record PersonList(int Total, int Page, int PageSize, IReadOnlyList<PersonItem> Items);

/// <summary>A person in a list.</summary>
/// <param name="Slug">The part of an address.</param>
/// <param name="Name">The name.</param>
/// <param name="Title">What the person is.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The phone number in E.164.</param>
/// <param name="HasLeft">Whether the person has left the organisation.</param>
public sealed record PersonItem(string Slug, string Name, string? Title, string? Email, string? Phone, bool HasLeft)
{
    internal static PersonItem From(PersonDetails person) =>
        new(person.Slug, person.Name, person.Position, person.Email, person.Phone, person.HasLeft);
}

/// <summary>A person with every role.</summary>
/// <param name="Slug">The part of an address.</param>
/// <param name="Name">The name.</param>
/// <param name="Title">What the person is.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The phone number in E.164.</param>
/// <param name="Note">What others should know.</param>
/// <param name="HasLeft">Whether the person has left the organisation.</param>
/// <param name="Roles">What the person is in which departments.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record PersonAnswer(
    string Slug, string Name, string? Title, string? Email, string? Phone, string? Note, bool HasLeft, IReadOnlyList<RoleAnswer> Roles,
    int Version, DateTime UpdatedAt)
{
    internal static PersonAnswer From(PersonPageDetails page) => new(
        page.Person.Slug, page.Person.Name, page.Person.Position, page.Person.Email, page.Person.Phone, page.Note, page.Person.HasLeft,
        [.. page.Roles.Select(role => new RoleAnswer(
            role.Department.Slug, role.Role, [.. role.Above.Select(lead => lead.Person.Slug)],
            [.. role.Below.Select(lead => lead.Person.Slug)]))],
        page.Version, page.UpdatedAt);
}

/// <summary>A person's role.</summary>
/// <param name="Department">Slug of the department.</param>
/// <param name="Role">What the person is there.</param>
/// <param name="Above">Slugs of who is above, nearest first.</param>
/// <param name="Below">Slugs of who leads the parts of the department, nearest first.</param>
public sealed record RoleAnswer(string Department, PersonRole Role, IReadOnlyList<string> Above, IReadOnlyList<string> Below);

/// <summary>
/// What a program says about a person; the roles are said by the departments. What it leaves out stays as it is; an empty text clears.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Slug">The part of an address; the one it had keeps leading to it. Left out of a new person, it is made of the name.</param>
/// <param name="Title">What the person is.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The phone number with + and the country code.</param>
/// <param name="Note">What others should know.</param>
/// <param name="HasLeft">Whether the person has left the organisation.</param>
/// <param name="ChangeNote">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PersonBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.SlugLength)] string? Slug,
    [property: MaxLength(Rules.NameLength)] string? Title, string? Email, string? Phone,
    [property: MaxLength(Rules.SentenceLength)] string? Note, bool? HasLeft,
    [property: MaxLength(Rules.SentenceLength)] string? ChangeNote)
    : IEntryBody<PersonContent>
{
    /// <summary>As it was read; follows from the departments.</summary>
    public JsonElement? Roles { get; init; }

    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<PersonContent>.Reason => ChangeNote;

    Task IEntryBody<PersonContent>.ApplyToAsync(DirectoryDbContext db, PersonContent content)
    {
        (content.Name, content.Slug) = (Name ?? content.Name, Slug ?? content.Slug);
        (content.Position, content.Note, content.HasLeft) = (Title ?? content.Position, Note ?? content.Note, HasLeft ?? content.HasLeft);
        (content.Email, content.Phone) = (Email ?? content.Email, Phone ?? content.Phone);
        return Task.CompletedTask;
    }
}

/// <summary>People, for who may see them.</summary>
internal static class PeopleApi
{
    private const string Path = "people";
    private const string Tag = "People";
    private const string Slug = "The person's slug, such as maria-santos.";

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup($"/{Path}").WithTags(Tag).RequireAuthorization(Policies.SeePeople)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        people.MapGet("/", ListAsync)
            .WithName("listPeople")
            .WithSummary("Find people by a part of their name")
            .ProducesValidationProblem();
        people.MapEntry<PersonEditing, PersonContent, PersonAnswer>(Path, "Person", Slug, FindAsync, person => person.Version);
    }

    public static void MapPersonWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<PersonContent, PersonBody>(
            new(api.ServiceProvider.GetRequiredService<PersonEditing>(), Path, Tag, "Person",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                ReasonField = "changeNote",
                FieldOf = field => field == "position" ? "title" : field,
                Example =
                    """
                    {
                      "name": "Maria Santos", "title": "Head of Payroll", "email": "maria.santos@example.com", "phone": "+63 2 8123 4567",
                      "note": "On site from Monday to Wednesday.", "changeNote": "Joined in June"
                    }
                    """,
            });

    private static async Task<Ok<PersonList>> ListAsync(
        [AsParameters] TextQuery question, [AsParameters] PageQuery paging, PersonReader people, CancellationToken cancellation)
    {
        var (page, size) = paging.Parse();
        var (total, found) = await people.ListAsync(question.Text, page, size, cancellation);
        return TypedResults.Ok(new PersonList(total, page, size, [.. found.Select(one => PersonItem.From(one.Person))]));
    }

    private static async Task<PersonAnswer?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        await context.RequestServices.GetRequiredService<PersonReader>().FindAsync(slug, evenArchived, context.RequestAborted) is { } person
            ? PersonAnswer.From(person)
            : null;
}
