using System.Text.Json.Nodes;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.Import;

/// <summary>
/// Ranks of functions that a table gives to departments without saying which: behind those who own them, so that nobody ceases to be the
/// main owner because a table names a function.
/// </summary>
internal sealed class NextRanks
{
    private const string Slug = "slug";
    private const string Rank = "rank";

    private readonly Dictionary<string, int> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives the functions of departments their ranks, one department after the other.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="items">What the departments are to own; and the same as it is now, where they own it.</param>
    public async Task GiveAsync(DirectoryDbContext db, IReadOnlyList<(JsonObject Item, JsonNode? Before)> items)
    {
        var unknown = items.Where(item => item.Before is null).Select(item => SlugOf(item.Item)).Where(slug => !_last.ContainsKey(slug))
            .Distinct().ToList();
        if (unknown.Count > 0)
            foreach (var function in await db.BusinessFunctions.IncludingArchived().Where(f => unknown.Contains(f.Slug))
                .Select(f => new { f.Slug, f.Owners.Count }).ToListAsync())
                _last[function.Slug] = function.Count;
        foreach (var (item, before) in items)
            if (before is null)
                item[Rank] = _last[SlugOf(item)] = _last.GetValueOrDefault(SlugOf(item)) + 1;
            // Written by its name, it was not known for what the department owns already.
            else if ($"{item["name"]}".Length == 0)
                item[Rank] = before[Rank]!.GetValue<int>();
    }

    private static string SlugOf(JsonObject item) => $"{item[Slug]}";
}
