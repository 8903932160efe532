using Microsoft.AspNetCore.Http.Extensions;

namespace BpoDirectory.Components.Reader.Comparison;

/// <summary>Where departments are compared.</summary>
public static class ComparisonAddress
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/compare";

    /// <summary>The parameter by which only some rows are shown.</summary>
    public const string Show = "show";

    /// <summary>Its value for those that differ.</summary>
    public const string Differences = "differences";

    /// <summary>The address at which departments are compared, by their slugs.</summary>
    public static string Of(params IEnumerable<string> departments) => Of(departments, isOnlyDifferent: false);

    /// <summary>The same, of all rows or only of those that differ.</summary>
    /// <param name="departments">The slugs of the departments.</param>
    /// <param name="isOnlyDifferent">Whether rows that are the same are left out.</param>
    /// <param name="path">The path, if it is not that of the page.</param>
    public static string Of(IEnumerable<string> departments, bool isOnlyDifferent, string path = Path)
    {
        var query = new QueryBuilder(departments.Select(slug => new KeyValuePair<string, string>("department", slug)));
        if (isOnlyDifferent)
            query.Add(Show, Differences);
        return path + query;
    }
}
