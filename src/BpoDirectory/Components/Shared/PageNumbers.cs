using System.Globalization;

namespace BpoDirectory.Components.Shared;

/// <summary>Numbers of the pages that a long list comes in, from 1.</summary>
public static class PageNumbers
{
    /// <summary>The number in an address, 1 where there is none, or null when there is no such page.</summary>
    public static int? Read(string? text, int count, int pageSize)
    {
        if (text is null)
            return 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1
            && page <= Last(count, pageSize)
            ? page
            : null;
    }

    /// <summary>Whether a page number is given that is none at all.</summary>
    public static bool IsNonsense(string? text) =>
        text is not null && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1);

    /// <summary>The number of the last page; an empty list has one page too.</summary>
    public static int Last(int count, int pageSize) => Math.Max(1, (count + pageSize - 1) / pageSize);
}
