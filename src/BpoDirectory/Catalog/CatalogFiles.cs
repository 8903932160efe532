using System.Reflection;
using BpoDirectory.Data;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace BpoDirectory.Catalog;

/// <summary>The built-in catalog as its data files under <c>Catalog/Data</c> say it, without any check between them.</summary>
public sealed record CatalogFiles
{
    private const string Folder = "Catalog/";

    // Read-only after build; YamlDotNet's deserializer is thread-safe.
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

    public required IReadOnlyList<SourceFile> Sources { get; init; }

    /// <summary>Departments by slug.</summary>
    public required IReadOnlyDictionary<string, DepartmentFile> Departments { get; init; }

    public required IReadOnlyList<FunctionFile> Functions { get; init; }

    public required IReadOnlyList<ServiceLineFile> ServiceLines { get; init; }

    public required IReadOnlyList<OutsourcingTypeFile> OutsourcingTypes { get; init; }

    /// <summary>Guide articles in reading order.</summary>
    public required IReadOnlyList<GuideFile> Guide { get; init; }

    public required IReadOnlyList<SynonymSetFile> Synonyms { get; init; }

    /// <summary>Standard spellings by their variants.</summary>
    public required IReadOnlyDictionary<string, string> Spellings { get; init; }

    /// <summary>Reads the files out of the program.</summary>
    /// <exception cref="YamlException">A file is malformed: names the line.</exception>
    public static CatalogFiles Read() => new()
    {
        Sources = One<List<SourceFile>>("sources.yaml"),
        Departments = Under("departments/").ToDictionary(name => Path.GetFileNameWithoutExtension(name), One<DepartmentFile>),
        Functions = One<List<FunctionFile>>("functions.yaml"),
        ServiceLines = One<List<ServiceLineFile>>("service-lines.yaml"),
        OutsourcingTypes = One<List<OutsourcingTypeFile>>("outsourcing-types.yaml"),
        Guide = [.. Under("guide/").Select(Article)],
        Synonyms = One<List<SynonymSetFile>>("synonyms.yaml"),
        Spellings = One<Dictionary<string, string>>("spellings.yaml"),
    };

    private static IEnumerable<string> Under(string folder) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder + folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal);

    private static T One<T>(string name) => Parse<T>(Text(name), name);

    // A guide article is Markdown behind YAML front matter; its file name is its number and its slug.
    private static GuideFile Article(string name)
    {
        var parts = Text(name).Split("---\n", 3);
        var file = Parse<GuideFile>(parts[1], name);
        var number = Path.GetFileNameWithoutExtension(name);
        return file with { Slug = number[(number.IndexOf('-', StringComparison.Ordinal) + 1)..], Body = parts[2].Trim() };
    }

    private static T Parse<T>(string yaml, string name)
    {
        try
        {
            return Yaml.Deserialize<T>(yaml);
        }
        catch (YamlException error)
        {
            throw new YamlException(error.Start, error.End, $"{name}: {error.Message} {error.InnerException?.Message}", error);
        }
    }

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The catalog file {name} is not embedded in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

public sealed record SourceFile
{
    public required string Code { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
}

public sealed record DepartmentFile
{
    public required string Name { get; init; }
    public required string Icon { get; init; }
    public required Office Office { get; init; }
    public required OfficeBasis Basis { get; init; }
    public required string OfficeReason { get; init; }
    public required List<string> OfficeSources { get; init; }
    public required Side Side { get; init; }
    public string? Parent { get; init; }
    public required List<string> Sources { get; init; }
    public List<AliasFile> Aliases { get; init; } = [];
    public required string Summary { get; init; }
    public required string Description { get; init; }
    public required List<ResponsibilityFile> Responsibilities { get; init; }
}

public sealed record AliasFile
{
    public required string Name { get; init; }
    public required List<string> Sources { get; init; }
}

public sealed record ResponsibilityFile
{
    public required string Text { get; init; }
    public string? Detail { get; init; }
    public required List<string> Sources { get; init; }
}

public sealed record FunctionFile
{
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public List<string> Synonyms { get; init; } = [];
    public List<string> Situations { get; init; } = [];
    public required string Description { get; init; }
    public string? Note { get; init; }
    public required List<OwnerFile> Owners { get; init; }
}

public sealed record OwnerFile
{
    public required string Department { get; init; }
    public string? Reason { get; init; }
    public required List<string> Sources { get; init; }
}

public sealed record ServiceLineFile
{
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required string Summary { get; init; }
    public required List<string> Departments { get; init; }
    public required List<string> Sources { get; init; }
}

public sealed record OutsourcingTypeFile
{
    public required string Acronym { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public List<string> Synonyms { get; init; } = [];
    public required string Summary { get; init; }
    public required string Description { get; init; }
    public required List<NearDepartmentFile> Departments { get; init; }
    public required List<string> Sources { get; init; }
}

public sealed record NearDepartmentFile
{
    public required string Department { get; init; }
    public required string Reason { get; init; }
}

public sealed record GuideFile
{
    public string Slug { get; init; } = "";
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required List<string> Sources { get; init; }
    public string Body { get; init; } = "";
}

public sealed record SynonymSetFile
{
    public required string Name { get; init; }
    public required List<string> Members { get; init; }
    public string? Department { get; init; }
    public string? Function { get; init; }
}
