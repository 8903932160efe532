using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>Reads the departments of one page of a list.</summary>
internal static class ResultReader
{
    public static async Task<IReadOnlyList<DepartmentResult>> ReadAsync(
        DirectoryDbContext db, IReadOnlyList<(int Id, Score? Score)> page, CancellationToken cancellation)
    {
        var ids = page.Select(p => p.Id).ToList();
        var departments = await db.Departments.AsNoTracking().AsSplitQuery()
            .Where(d => ids.Contains(d.Id))
            .Select(d => new
            {
                d.Id,
                Result = new DepartmentResult
                {
                    Slug = d.Slug,
                    Name = d.Name,
                    Aliases = d.Aliases.OrderBy(a => a.Rank).Select(a => a.Name).ToList(),
                    Office = d.Office,
                    OfficeBasis = d.OfficeBasis,
                    Side = d.Side,
                    Parent = d.Parent == null || d.Parent.IsArchived ? null : new NamedLink(d.Parent.Slug, d.Parent.Name),
                    ServiceLines = d.ServiceLines.OrderBy(m => m.ServiceLine.Rank).Select(m => new NamedLink(m.ServiceLine.Slug, m.ServiceLine.Name)).ToList(),
                    OutsourcingTypes = d.OutsourcingTypes.OrderBy(n => n.OutsourcingType.Acronym)
                        .Select(n => new NamedLink(n.OutsourcingType.Slug, n.OutsourcingType.Acronym)).ToList(),
                    Summary = d.Summary,
                    Version = d.Version,
                    UpdatedAt = d.UpdatedAt,
                },
            })
            .ToDictionaryAsync(d => d.Id, d => d.Result, cancellation);
        return [.. page
            .Where(p => departments.ContainsKey(p.Id))
            .Select(p => departments[p.Id] with { Match = p.Score is null ? null : Snippet.Of(p.Score.Best.Field, p.Score.Best.Text, p.Score.Highlights) })];
    }
}
