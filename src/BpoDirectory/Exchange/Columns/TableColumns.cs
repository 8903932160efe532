using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;

namespace BpoDirectory.Exchange.Columns;

/// <summary>
/// The columns of a table of entries, made of the fields of their content, so that a new field has its column: name and slug first, the
/// sources of single facts last. What is written by them and read again is the same content, for every character.
/// </summary>
public class TableColumns
{
    internal TableColumns(IReadOnlyList<ContentField> fields, Type contentType, IReadOnlyDictionary<string, string[]>? synonyms = null)
    {
        var unset = ContentJson.ToNode(Activator.CreateInstance(contentType));
        var types = contentType.GetProperties()
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => property.PropertyType);
        var columns =
            fields.Select(field => Create(field, types[field.Name], unset[field.Name], synonyms?.GetValueOrDefault(field.Name) ?? []))
                .ToList();
        var cited = columns.OfType<ItemsColumn>().Where(column => column.HasSources).ToList();
        All = cited.Count == 0 ? columns : [.. columns, new SourcesColumn(cited)];
    }

    /// <summary>All columns in the order in which they are written and read.</summary>
    public IReadOnlyList<TableColumn> All { get; }

    /// <summary>The column of this name; null when there is none.</summary>
    public TableColumn? Named(string name) => All.FirstOrDefault(column => column.Name == name);

    /// <summary>The column that a header of somebody's table means; null when it means none.</summary>
    public TableColumn? Find(string header) => All.FirstOrDefault(column => column.Answers(header));

    /// <summary>The columns that names separated by commas choose, in that order and each once; all where nothing is named.</summary>
    /// <param name="names">The names; null for none.</param>
    /// <param name="unknown">A name that no column has; null when there is none.</param>
    public IReadOnlyList<TableColumn> Choose(string? names, out string? unknown)
    {
        var wanted = (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        unknown = wanted.FirstOrDefault(name => Named(name) is null);
        return wanted.Length == 0 ? All : [.. wanted.Select(Named).OfType<TableColumn>().Distinct()];
    }

    private protected void Read(JsonObject content, IReadOnlyDictionary<TableColumn, string> cells, ProblemList problems)
    {
        foreach (var column in All)
            if (cells.TryGetValue(column, out var text) && column.Read(content, text) is { } problem)
                problems.Add(column.Name, problem);
    }

    /// <summary>
    /// Makes a content what another one says, where the two come from different directories: items that stay keep the keys that they have
    /// here.
    /// </summary>
    /// <param name="content">What the entry is here.</param>
    /// <param name="other">What it is elsewhere.</param>
    /// <param name="without">Fields that stay as they are.</param>
    internal void Adopt(JsonObject content, JsonObject other, IReadOnlyCollection<string> without)
    {
        foreach (var column in All.Where(column => column.Field is not null && !without.Contains(column.Name)))
            if (column is ItemsColumn items)
                items.Adopt(content, other);
            else
                content[column.Name] = other[column.Name]?.DeepClone();
    }

    private static TableColumn Create(ContentField field, Type type, JsonNode? unset, string[] synonyms)
    {
        var headers = field == EntryContent.SlugField ? synonyms : synonyms.Prepend(field.Label);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) && type != typeof(List<string>)
            ? new ItemsColumn(field, type.GenericTypeArguments[0], headers)
            : new FieldColumn(field, new FieldType(type, unset, field.WordOf), headers);
    }
}

/// <summary>The columns of a table of entries with this content.</summary>
public sealed class TableColumns<T> : TableColumns where T : EntryContent, new()
{
    internal TableColumns(IReadOnlyList<ContentField> fields, IReadOnlyDictionary<string, string[]> synonyms)
        : base(fields, typeof(T), synonyms)
    {
    }

    /// <summary>Makes of an entry's content what the cells of a row say. Columns without a cell leave their field as it is.</summary>
    /// <param name="present">What the entry is, or a new content; it is not changed.</param>
    /// <param name="cells">The plain texts of the cells, see <see cref="TableColumn.Read"/>.</param>
    /// <param name="problems">Where cells that cannot be read are noted, by the name of their column.</param>
    public T Read(T present, IReadOnlyDictionary<TableColumn, string> cells, ProblemList problems)
    {
        var content = ContentJson.ToNode(present);
        Read(content, cells, problems);
        return ContentJson.FromNode<T>(content);
    }
}

/// <summary>The tables that there are.</summary>
public static class Tables
{
    /// <summary>Departments.</summary>
    public static TableColumns<DepartmentContent> Departments { get; } = new(DepartmentContent.Fields, new Dictionary<string, string[]>
    {
        ["name"] = ["department", "department name", "preferred label", "title", "unit", "organisational unit", "organizational unit"],
        ["aliases"] =
        [
            "alias", "alt labels", "other name", "also known as", "aka", "alternative names", "abbreviation", "abbreviations",
        ],
        ["summary"] = ["short description", "purpose", "what it does"],
        ["description"] = ["long description", "details", "about"],
        ["office"] = ["front or back office", "front/back"],
        ["officeBasis"] = ["office basis"],
        ["officeReason"] = ["office reason"],
        ["parent"] = ["parent department", "belongs to", "reports to"],
        ["responsibilities"] = ["responsibility", "duties", "tasks", "responsible for"],
        ["channels"] = ["contact", "contacts", "contact channels"],
        ["timeZone"] = ["timezone"],
        ["hours"] = ["opening hours", "office hours", "working hours"],
        ["people"] = ["staff", "roles"],
        ["serviceLevels"] = ["sla", "slas", "service level"],
        ["sites"] = ["site", "location", "locations"],
        ["languages"] = ["language"],
        ["clients"] = ["client"],
        ["tags"] = ["tag", "keywords", "labels"],
        ["functions"] = ["function", "business functions"],
        ["serviceLines"] = ["service line"],
        ["outsourcingTypes"] = ["outsourcing type"],
        ["sources"] = ["source"],
        ["reviewIntervalDays"] = ["review interval"],
    });

    /// <summary>Functions.</summary>
    public static TableColumns<BusinessFunctionContent> Functions { get; } =
        new(BusinessFunctionContent.Fields, new Dictionary<string, string[]>
    {
        ["name"] = ["function", "function name", "preferred label", "title", "business function"],
        ["description"] = ["summary", "short description", "what it is"],
        ["synonyms"] = ["synonym", "aliases", "alt labels", "other names", "also known as", "alternative names"],
        ["situations"] = ["situation", "examples", "when"],
        ["owners"] = ["owner", "departments", "department", "owned by"],
        ["note"] = ["notes"],
    });
}
