using System.Text.Json;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Exchange.Import;

/// <summary>How a file is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>How the file is read.</summary>
    public required TableFormat Format { get; init; }

    /// <summary>
    /// What the columns of the file hold: by their place from 0, the names of columns of entries. Others are not imported.
    /// </summary>
    public IReadOnlyDictionary<int, string> Columns { get; init; } = new Dictionary<int, string>();

    /// <summary>What new entries have where the file says nothing: by the names of columns of entries, the text of a cell.</summary>
    public IReadOnlyDictionary<string, string> ForAll { get; init; } = new Dictionary<string, string>();

    /// <summary>The numbers of right rows that are not wanted.</summary>
    public HashSet<int> LeftOut { get; init; } = [];

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>As it was kept.</summary>
    public static ImportOptions FromJson(string json) => JsonSerializer.Deserialize<ImportOptions>(json)!;
}
