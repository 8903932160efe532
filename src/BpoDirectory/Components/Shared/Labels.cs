using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Components.Shared;

/// <summary>What values that only pages show are called before a person.</summary>
public static class Labels
{
    /// <summary>What part of a department answered a question.</summary>
    public static string ToLabel(this MatchField field) => field switch
    {
        MatchField.Name => "Name",
        MatchField.Alias => "Also called",
        MatchField.Function => "Function",
        MatchField.Responsibility => "Responsibility",
        MatchField.ServiceLine => "Service line",
        MatchField.Type => "Outsourcing type",
        MatchField.Summary => "Summary",
        MatchField.Channel => "Contact",
        MatchField.Tag => "Tag",
        MatchField.ServiceLevel => "Service level",
        MatchField.Link => "Link",
        _ => "Description",
    };

    /// <summary>What departments are narrowed by.</summary>
    public static string ToLabel(this Facet facet) => facet switch
    {
        Facet.Line => "Service line",
        Facet.Type => "Outsourcing type",
        Facet.Side => "Side of the contract",
        _ => facet.ToString(),
    };

    /// <summary>What a list is sorted by.</summary>
    public static string ToLabel(this DepartmentSort sort) => sort switch
    {
        DepartmentSort.Relevance => "Best match",
        DepartmentSort.Name => "Name",
        DepartmentSort.Updated => "Newest",
        DepartmentSort.Lines => "Service lines",
        DepartmentSort.Parent => "Part of",
        _ => sort.ToString(),
    };

    /// <summary>What an account may do.</summary>
    public static string ToLabel(this AccountRole role) => role.ToString();

    /// <summary>What somebody with an account is: “an editor”.</summary>
    public static string ToNoun(this AccountRole role) =>
        role == AccountRole.Reader ? "a reader" : $"an {role.ToString().ToLowerInvariant()}";
}
