using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Departments;

/// <summary>Reads departments as pages and the API show them; archived ones do not exist here.</summary>
public sealed class DepartmentReader(PreparedReads reads, DepartmentNames names)
{
    /// <summary>Most co-owners named for one function; the function's own page names them all.</summary>
    public const int MostCoOwners = 5;

    /// <summary>One department by its present slug, or null.</summary>
    /// <param name="slug">The slug that it has now.</param>
    /// <param name="audience">Who reads; anybody where it is not told.</param>
    /// <param name="evenArchived">Whether one that readers no longer see is found too.</param>
    public DepartmentDetails? Find(string slug, Audience? audience = null, bool evenArchived = false)
    {
        var known = names.Current;
        audience ??= Audience.Anybody;
        return reads.Read(
            session => DepartmentQueries.Find(session, slug, evenArchived) is { } department
                ? Describe(session, department, known, audience)
                : null);
    }

    /// <summary>How many functions departments own, alone or with others, by their slugs.</summary>
    public IReadOnlyDictionary<string, int> CountFunctions(IReadOnlyList<string> slugs) =>
        reads.Read(session => DepartmentQueries.FunctionCounts(session, slugs));

    /// <summary>The icons of related departments by slug; the usual one where a department has gone meanwhile.</summary>
    public IReadOnlyDictionary<string, DepartmentSymbol> FindSymbols(IReadOnlyList<RelatedDepartment> related)
    {
        var found = reads.Read(session => DepartmentQueries.Symbols(session, [.. related.Select(department => department.Slug)]));
        return related.ToDictionary(
            department => department.Slug, department => found.GetValueOrDefault(department.Slug, DepartmentSymbol.Usual));
    }

    private static DepartmentDetails Describe(
        ReadSession session, DepartmentRow department, DepartmentNames.Remembered known, Audience audience)
    {
        var id = department.Id;
        var sources = new CitedSources(DepartmentQueries.Sources(session));
        sources.Cite(DepartmentQueries.SourceIds(session, id));
        var functions = Functions(session, id, known, sources);
        return new DepartmentDetails
        {
            Slug = department.Slug,
            Name = department.Name,
            Aliases = DepartmentQueries.Aliases(session, id).ConvertAll(alias => new CitedText(alias.Fact, sources.Cite(alias.SourceIds))),
            Icon = department.Icon,
            Office = department.Office,
            OfficeBasis = department.OfficeBasis,
            OfficeReason = department.OfficeReason,
            OfficeSources = sources.Cite(DepartmentQueries.OfficeSourceIds(session, id)),
            Side = department.Side,
            Parent = department.Parent,
            Children = [.. DepartmentQueries.Children(session, id).OrderByName(child => child.Name)],
            Summary = department.Summary,
            Description = department.Description,
            Responsibilities = DepartmentQueries.Responsibilities(session, id)
                .ConvertAll(r => new ResponsibilityDetails(r.Fact.Text, r.Fact.Detail, sources.Cite(r.SourceIds))),
            Channels = ChannelQueries.Of(session, id),
            Hours = HoursQueries.Of(session, [id]).GetValueOrDefault(id),
            People = audience.SeesPeople ? ReachQueries.People(session, id) : [],
            Escalation = ReachQueries.Escalation(session, id, audience.SeesPeople),
            ServiceLevels = ReachQueries.ServiceLevels(session, id),
            Links = ReachQueries.Links(session, id),
            Delivery = department.Delivery,
            Clients = audience.SeesClients ? ReachQueries.Clients(session, id) : [],
            Tags = ReachQueries.Tags(session, id),
            Sites = ReachQueries.Sites(session, id),
            Languages = ReachQueries.Languages(session, id),
            Functions = functions,
            Related = RelatedDepartment.SharingMost(functions),
            ServiceLines = DepartmentQueries.ServiceLines(session, id),
            OutsourcingTypes =
            [
                .. DepartmentQueries.OutsourcingTypes(session, id).OrderByName(type => type.Acronym)
                    .Select(type => new NearOutsourcingType(type.Slug, type.Acronym, type.Name, type.Reason)),
            ],
            Sources = sources.ToLinks(),
            Version = department.Version,
            UpdatedAt = department.UpdatedAt,
            ReviewedAt = department.ReviewedAt,
            Keeper = audience.SeesPeople ? department.Keeper : null,
            ReviewIntervalDays = department.ReviewIntervalDays,
        };
    }

    private static List<OwnedFunction> Functions(
        ReadSession session, int department, DepartmentNames.Remembered known, CitedSources sources)
    {
        var coOwners = DepartmentQueries.CoOwners(session, department, MostCoOwners + 1)
            .ToLookup(owner => owner.FunctionId, owner => known.Find(session, owner.DepartmentId));
        return
        [
            .. DepartmentQueries.Functions(session, department)
                .OrderBy(f => f.Fact.Rank > 1).ThenByName(f => f.Fact.Name)
                .Select(f => new OwnedFunction(
                    f.Fact.Slug, f.Fact.Name, f.Fact.Rank, f.Fact.Reason, f.Fact.Note,
                    [.. coOwners[f.Fact.Id].OfType<NamedLink>()], sources.Cite(f.SourceIds))),
        ];
    }

    /// <summary>The catalog's sources in their order, and which of them are cited.</summary>
    private sealed class CitedSources(List<SourceRow> all)
    {
        private readonly HashSet<int> _cited = [];

        /// <summary>Notes that these are cited.</summary>
        /// <returns>Their codes.</returns>
        public IReadOnlyList<string> Cite(IReadOnlyList<int> ids)
        {
            _cited.UnionWith(ids);
            return ids.Count == 0 ? [] : [.. all.Where(source => ids.Contains(source.Id)).Select(source => source.Link.Code)];
        }

        public List<SourceLink> ToLinks() => [.. all.Where(source => _cited.Contains(source.Id)).Select(source => source.Link)];
    }
}
