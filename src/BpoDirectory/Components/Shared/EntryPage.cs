using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using Microsoft.AspNetCore.Components;

namespace BpoDirectory.Components.Shared;

/// <summary>A page about one entry. An address that the entry had before leads to its present one.</summary>
public abstract class EntryPage : ComponentBase
{
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
            Context?.Response.Redirect($"{above}/{present}{below}", permanent: true);
        else
            Navigation.NotFound();
    }
}
