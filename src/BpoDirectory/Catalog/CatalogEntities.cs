using BpoDirectory.Data;

namespace BpoDirectory.Catalog;

/// <summary>The catalog's data files as connected entities.</summary>
internal sealed class CatalogEntities
{
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, Department> _departments;
    private readonly Dictionary<string, BusinessFunction> _functions;
    private readonly List<ServiceLine> _serviceLines;
    private readonly List<OutsourcingType> _outsourcingTypes;
    private readonly List<GuideArticle> _guide;
    private readonly List<SynonymSet> _synonyms;
    private readonly List<SpellingVariant> _spellings;

    /// <summary>Connects the files' entries.</summary>
    /// <exception cref="KeyNotFoundException">A file names a source, department or function that no file holds.</exception>
    /// <exception cref="DirectoryRuleException">A text breaks a rule of the directory.</exception>
    public CatalogEntities(CatalogFiles files, DateTime loadedAt)
    {
        _sources = files.Sources.ToDictionary(
            s => s.Code, s => new Source { Code = s.Code, Slug = s.Slug, Title = s.Title, Description = s.Description });
        _departments = files.Departments.ToDictionary(d => d.Key, d => NewDepartment(d.Key, d.Value));
        foreach (var (slug, file) in files.Departments.Where(d => d.Value.Parent is not null))
            _departments[slug].MoveUnder(_departments[file.Parent!]);
        _functions = files.Functions.ToDictionary(f => f.Slug, NewFunction);
        _serviceLines = [.. files.ServiceLines.Select(NewServiceLine)];
        _outsourcingTypes = [.. files.OutsourcingTypes.Select(NewOutsourcingType)];
        _guide = [.. files.Guide.Select(NewArticle)];
        _synonyms = [.. files.Synonyms.Select(NewSynonymSet)];
        _spellings = [.. files.Spellings.Select(s => new SpellingVariant { Variant = s.Key, Standard = s.Value })];
        foreach (var entry in (IEnumerable<Entry>)[.. _departments.Values, .. _functions.Values, .. _serviceLines, .. _outsourcingTypes,
            .. _guide, .. _synonyms])
            entry.Touch(loadedAt);
    }

    public void AddTo(DirectoryDbContext db)
    {
        db.AddRange(_sources.Values);
        db.AddRange(_departments.Values);
        db.AddRange(_functions.Values);
        db.AddRange(_serviceLines);
        db.AddRange(_outsourcingTypes);
        db.AddRange(_guide);
        db.AddRange(_synonyms);
        db.AddRange(_spellings);
    }

    private Department NewDepartment(string slug, DepartmentFile file)
    {
        var department = new Department(slug, file.Name, file.Summary);
        department.Describe(file.Summary, file.Description);
        department.SetIcon(file.Icon);
        department.SetOffice(file.Office, file.Basis, file.OfficeReason, file.Side);
        department.Sources.AddRange(Cited(file.Sources));
        department.OfficeSources.AddRange(Cited(file.OfficeSources));
        foreach (var (index, alias) in file.Aliases.Index())
        {
            var added = new DepartmentAlias(alias.Name, index + 1);
            added.Sources.AddRange(Cited(alias.Sources));
            department.Aliases.Add(added);
        }
        foreach (var (index, responsibility) in file.Responsibilities.Index())
        {
            var added = new Responsibility(responsibility.Text, responsibility.Detail, index + 1);
            added.Sources.AddRange(Cited(responsibility.Sources));
            department.Responsibilities.Add(added);
        }
        return department;
    }

    private BusinessFunction NewFunction(FunctionFile file)
    {
        var function = new BusinessFunction(file.Slug, file.Name, file.Description);
        function.Describe(file.Description, file.Note);
        function.Illustrate(file.Situations);
        function.Synonyms.AddRange(file.Synonyms.Select((text, index) => new FunctionSynonym(text, index + 1)));
        foreach (var (index, owner) in file.Owners.Index())
        {
            var added = new FunctionOwner(_departments[owner.Department], index + 1, owner.Reason);
            added.Sources.AddRange(Cited(owner.Sources));
            function.Owners.Add(added);
        }
        return function;
    }

    private ServiceLine NewServiceLine(ServiceLineFile file, int index)
    {
        var line = new ServiceLine(file.Slug, file.Name, file.Summary, index + 1);
        line.Departments.AddRange(file.Departments.Select((slug, position) => new ServiceLineDepartment(_departments[slug], position + 1)));
        line.Sources.AddRange(Cited(file.Sources));
        return line;
    }

    private OutsourcingType NewOutsourcingType(OutsourcingTypeFile file)
    {
        var type = new OutsourcingType(file.Slug, file.Acronym, file.Name, file.Summary, file.Description);
        type.Synonyms.AddRange(file.Synonyms.Select((text, position) => new OutsourcingTypeSynonym(text, position + 1)));
        type.Departments.AddRange(file.Departments.Select((near, position) =>
            new OutsourcingTypeDepartment(_departments[near.Department], position + 1, near.Reason)));
        type.Sources.AddRange(Cited(file.Sources));
        return type;
    }

    private GuideArticle NewArticle(GuideFile file, int index)
    {
        var article = new GuideArticle(file.Slug, file.Title, file.Summary, file.Body, index + 1);
        article.Sources.AddRange(Cited(file.Sources));
        return article;
    }

    private SynonymSet NewSynonymSet(SynonymSetFile file)
    {
        var set = new SynonymSet(file.Name);
        set.PointAt(
            file.Department is null ? null : _departments[file.Department], file.Function is null ? null : _functions[file.Function]);
        set.Members.AddRange(file.Members.Select(text => new SynonymMember(text)));
        return set;
    }

    private IEnumerable<Source> Cited(IEnumerable<string> codes) => codes.Select(code => _sources[code]);
}
