using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace BpoDirectory.Components.Shared;

/// <summary>A page about one entry. An address that the entry had before leads to its present one.</summary>
public abstract class EntryPage : ComponentBase
{
    /// <summary>The part of the query that names the archived department whose address led here.</summary>
    protected const string FormerParameter = "former";

    /// <summary>The entry.</summary>
    [Parameter]
    public required string Slug { get; set; }

    [Inject]
    private SlugRedirects Addresses { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    /// <summary>Answers for a slug that no entry in use has now: the way to its present address, or that there is none.</summary>
    /// <param name="type">What kind of entry the page is about.</param>
    /// <param name="above">The path under which entries of the kind stand, such as <c>/functions</c>.</param>
    /// <param name="below">What follows the slug in the address of this page.</param>
    protected void AnswerMissing(EntryType type, string above, string below = "")
    {
        if (Addresses.FindPresentSlug(type, Slug) is { } present)
            Context?.Response.Redirect($"{above}/{present}{below}{TellWhatBecameOf(type)}", permanent: true);
        else
            Navigation.NotFound();
    }

    /// <summary>The archived department that this one took over from, by the slug that led here; null when that is not so.</summary>
    protected string? TakenOver(string? slug) =>
        slug is { Length: > 0 } && Addresses.FindPresentSlug(EntryType.Department, slug) == Slug
            ? Addresses.FindArchivedDepartment(slug)
            : null;

    private string TellWhatBecameOf(EntryType type) =>
        type == EntryType.Department && Addresses.FindArchivedDepartment(Slug) is not null
            ? $"?{FormerParameter}={Uri.EscapeDataString(Slug)}"
            : "";
}
