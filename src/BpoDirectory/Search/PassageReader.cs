using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>Reads departments as passages; what is indexed and what is ranked come from here, and so never differ.</summary>
public static class PassageReader
{
    /// <summary>The passages of the departments with these keys, by key.</summary>
    public static async Task<Dictionary<int, List<Passage>>> ReadAsync(
        DirectoryDbContext db, WordSplitter splitter, IReadOnlyCollection<int> departmentIds, CancellationToken cancellation)
    {
        var departments = await db.Departments.AsNoTracking().AsSplitQuery()
            .Where(d => departmentIds.Contains(d.Id))
            .Select(d => new
            {
                d.Id,
                d.Name,
                d.Summary,
                d.Description,
                Aliases = d.Aliases.OrderBy(a => a.Rank).Select(a => a.Name).ToList(),
                Responsibilities = d.Responsibilities.OrderBy(r => r.Rank).Select(r => new { r.Text, r.Detail }).ToList(),
                Functions = d.Functions.OrderBy(o => o.Rank).ThenBy(o => o.BusinessFunction.Name).Select(o => new
                {
                    Id = o.BusinessFunctionId,
                    o.BusinessFunction.Name,
                    o.Rank,
                    Synonyms = o.BusinessFunction.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text).ToList(),
                }).ToList(),
                ServiceLines = d.ServiceLines.OrderBy(m => m.ServiceLine.Rank).Select(m => m.ServiceLine.Name).ToList(),
                Types = d.OutsourcingTypes.OrderBy(n => n.OutsourcingType.Acronym)
                    .Select(n => new { n.OutsourcingType.Acronym, n.OutsourcingType.Name }).ToList(),
            })
            .ToListAsync(cancellation);

        return departments.ToDictionary(d => d.Id, d =>
        {
            var passages = new List<Passage> { Of(MatchField.Name, d.Name) };
            passages.AddRange(d.Aliases.Select(alias => Of(MatchField.Alias, alias)));
            foreach (var function in d.Functions)
            {
                passages.Add(Of(MatchField.Function, function.Name, 0, function.Id, function.Rank));
                var lead = function.Name + ": ";
                passages.AddRange(function.Synonyms.Select(s => Of(MatchField.Function, lead + s, lead.Length, function.Id, function.Rank)));
            }
            foreach (var responsibility in d.Responsibilities)
            {
                passages.Add(Of(MatchField.Responsibility, responsibility.Text));
                if (responsibility.Detail is not null)
                    passages.Add(Of(MatchField.Responsibility, responsibility.Detail));
            }
            passages.AddRange(d.ServiceLines.Select(line => Of(MatchField.ServiceLine, line)));
            passages.AddRange(d.Types.Select(type => Of(MatchField.Type, $"{type.Acronym}: {type.Name}")));
            passages.Add(Of(MatchField.Summary, d.Summary));
            passages.AddRange(PlainText.Paragraphs(d.Description).Select(paragraph => Of(MatchField.Description, paragraph)));
            return passages;
        });

        Passage Of(MatchField field, string text, int lead = 0, int? functionId = null, int ownerRank = 1) =>
            new(field, text, [.. splitter.Split(text).Where(word => word.Start >= lead)], lead, functionId, ownerRank);
    }
}
