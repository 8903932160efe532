using Microsoft.AspNetCore.Http.Extensions;

namespace BpoDirectory.Components.Reader.Comparison;

/// <summary>Where departments are compared.</summary>
public static class ComparisonAddress
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/compare";

    /// <summary>The address at which departments are compared, by their slugs.</summary>
    public static string Of(params IEnumerable<string> departments) =>
        Path + new QueryBuilder(departments.Select(slug => new KeyValuePair<string, string>("department", slug)));
}
