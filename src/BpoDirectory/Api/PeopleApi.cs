using System.ComponentModel;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
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
public sealed record PersonAnswer(
    string Slug, string Name, string? Title, string? Email, string? Phone, string? Note, bool HasLeft, IReadOnlyList<RoleAnswer> Roles, int Version)
{
    internal static PersonAnswer From(PersonPageDetails page) => new(
        page.Person.Slug, page.Person.Name, page.Person.Position, page.Person.Email, page.Person.Phone, page.Note, page.Person.HasLeft,
        [.. page.Roles.Select(role => new RoleAnswer(
            role.Department.Slug, role.Role, [.. role.Above.Select(lead => lead.Person.Slug)], [.. role.Below.Select(lead => lead.Person.Slug)]))],
        page.Version);
}

/// <summary>A person's role.</summary>
/// <param name="Department">Slug of the department.</param>
/// <param name="Role">What the person is there.</param>
/// <param name="Above">Slugs of who is above, nearest first.</param>
/// <param name="Below">Slugs of who leads the parts of the department, nearest first.</param>
public sealed record RoleAnswer(string Department, PersonRole Role, IReadOnlyList<string> Above, IReadOnlyList<string> Below);

/// <summary>People, for who may see them.</summary>
internal static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People").RequireAuthorization(Policies.SeePeople)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        people.MapGet("/", ListAsync)
            .WithName("listPeople")
            .WithSummary("Find people by a part of their name")
            .ProducesValidationProblem();
        people.MapGet("/{slug}", FindAsync)
            .WithName("getPerson")
            .WithSummary("Read a person with every role")
            .Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<PersonList>> ListAsync(
        [AsParameters] TextQuery question, [AsParameters] PageQuery paging, PersonReader people, CancellationToken cancellation)
    {
        var (page, size) = paging.Parse();
        var (total, found) = await people.ListAsync(question.Text, page, size, cancellation);
        return TypedResults.Ok(new PersonList(total, page, size, [.. found.Select(one => PersonItem.From(one.Person))]));
    }

    private static async Task<Results<Ok<PersonAnswer>, RedirectHttpResult, ProblemHttpResult>> FindAsync(
        [Description("The person's slug.")] string slug, PersonReader people, SlugRedirects former, CancellationToken cancellation) =>
        await people.FindAsync(slug, cancellation) is { } person ? TypedResults.Ok(PersonAnswer.From(person))
        : former.FindPresentSlug(EntryType.Person, slug) is { } present ? ReadApi.MovedTo("people", present)
        : ReadApi.NotFound("person", slug);
}
