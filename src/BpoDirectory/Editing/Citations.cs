using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Lists of cited sources, which contents keep as codes.</summary>
public static class Citations
{
    /// <summary>The codes in the order in which the catalog lists its sources.</summary>
    public static List<string> ToCodes(IEnumerable<Source> sources) =>
        [.. sources.OrderBy(source => source.Id).Select(source => source.Code)];

    /// <summary>All sources by code, tracked by <paramref name="db"/>.</summary>
    public static Task<Dictionary<string, Source>> SourcesByCodeAsync(DirectoryDbContext db) =>
        db.Sources.ToDictionaryAsync(source => source.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a list of cited sources what the codes say; each code is one of <paramref name="known"/>.</summary>
    public static void Update(List<Source> sources, IEnumerable<string> codes, IReadOnlyDictionary<string, Source> known)
    {
        var wanted = codes.Select(code => known[code]).ToHashSet();
        sources.RemoveAll(source => !wanted.Contains(source));
        sources.AddRange(wanted.Except(sources));
    }
}
