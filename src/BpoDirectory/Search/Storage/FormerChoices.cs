using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Storage;

/// <summary>Leads from what lists were narrowed by to what they are narrowed by now, where an entry has moved to another address.</summary>
public sealed class FormerChoices(SearchState state, SlugRedirects addresses)
{
    // The values of the other facets are no entries, and have never moved.
    private static readonly Dictionary<Facet, EntryType> Entries = new()
    {
        [Facet.Line] = EntryType.ServiceLine,
        [Facet.Type] = EntryType.OutsourcingType,
        [Facet.Site] = EntryType.Site,
        [Facet.Client] = EntryType.Client,
        [Facet.Partner] = EntryType.Partner,
    };

    /// <summary>The present value that one of an address stands for; itself where there is no other that the reader may know of.</summary>
    public string Follow(Facet facet, string value, Audience audience) =>
        Entries.TryGetValue(facet, out var entry) && audience.Sees(entry) && !state.Current.Departments.Knows(facet, value)
            ? addresses.FindPresentSlug(entry, value) ?? value
            : value;

    /// <summary>The same request, by present values.</summary>
    public SearchRequest Follow(SearchRequest request)
    {
        return request with
        {
            ServiceLines = FollowAll(Facet.Line, request.ServiceLines),
            OutsourcingTypes = FollowAll(Facet.Type, request.OutsourcingTypes),
            Sites = FollowAll(Facet.Site, request.Sites),
            Clients = FollowAll(Facet.Client, request.Clients),
            Partners = FollowAll(Facet.Partner, request.Partners),
        };

        IReadOnlyList<string> FollowAll(Facet facet, IReadOnlyList<string> values) =>
            values.Count == 0 ? values : [.. values.Select(value => Follow(facet, value, request.Audience)).Distinct()];
    }
}
