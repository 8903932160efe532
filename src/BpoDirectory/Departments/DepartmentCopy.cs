using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>New departments made after others.</summary>
public static class DepartmentCopy
{
    /// <summary>
    /// A content to start a new department from: all but what only one department can have, which is its name, address and
    /// aliases. It becomes the last owner of the functions.
    /// </summary>
    public static DepartmentContent CreateFrom(DepartmentContent original)
    {
        var copy = ContentJson.Copy(original);
        (copy.Name, copy.Slug, copy.Aliases, copy.Archived, copy.Successor) = ("", "", [], false, "");
        foreach (var responsibility in copy.Responsibilities)
            responsibility.Key = KeyedContent.NewKey();
        foreach (var function in copy.Functions)
            function.Place = LastRank;
        return copy;
    }

    private const int LastRank = 99;
}
