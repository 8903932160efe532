using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Settings;

namespace BpoDirectory.Exchange.WholeDirectory;

/// <summary>A whole directory as a file: what <see cref="DirectoryExport"/> writes and <see cref="DirectoryImport"/> reads.</summary>
/// <param name="Format">Says that it is one; always <see cref="FormatName"/>, and first in the file.</param>
/// <param name="Version">Of the format.</param>
/// <param name="ExportedAt">When it was written, in UTC.</param>
/// <param name="Sources">The sources that facts cite.</param>
/// <param name="Entries">All entries of all types, archived ones too, each type in the order of its keys.</param>
/// <param name="Settings">What administrators have settled; null where nobody has.</param>
/// <param name="Logo">The bytes of the logo that the settings name.</param>
internal sealed record DirectoryDocument(
    string Format, int Version, DateTime ExportedAt, IReadOnlyList<SourceRecord> Sources, IReadOnlyList<EntryRecord> Entries,
    SettingsContent? Settings = null, byte[]? Logo = null)
{
    public const string FormatName = "bpo-directory";

    public const int PresentVersion = 1;

    /// <summary>How it is written and read: properties in camel case, enumerations as words, no property twice.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new EnumNameConverter() },
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="DirectoryRuleException">It is no export of a whole directory, or one of a later program.</exception>
    public static async Task<DirectoryDocument> ReadAsync(Stream file, CancellationToken cancellation)
    {
        try
        {
            var directory = await JsonSerializer.DeserializeAsync<DirectoryDocument>(file, Options, cancellation);
            return directory switch
            {
                not { Format: FormatName } => throw new DirectoryRuleException("This file is no export of a whole directory."),
                { Version: > PresentVersion } =>
                    throw new DirectoryRuleException("This file was written by a later version of the program: update this one first."),
                _ => directory,
            };
        }
        catch (JsonException error)
        {
            throw new DirectoryRuleException($"This file is no export of a whole directory, or it is damaged: {error.Message}");
        }
    }
}

/// <summary>A source that facts cite; known by its code.</summary>
internal sealed record SourceRecord(string Code, string Slug, string Title, string Description);

/// <summary>An entry; known by its type and its slug, a synonym set by its name.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Version">Its version.</param>
/// <param name="UpdatedAt">When that was saved, in UTC.</param>
/// <param name="Content">All that can be changed of it, as revisions keep it.</param>
/// <param name="ReviewedAt">Of departments: when somebody last confirmed them, in UTC.</param>
/// <param name="FormerSlugs">Slugs that lead to it.</param>
/// <param name="Revisions">Its history, the first one first; null where it was not asked for.</param>
internal sealed record EntryRecord(
    EntryType Type, string Slug, int Version, DateTime UpdatedAt, JsonObject Content, DateTime? ReviewedAt = null,
    IReadOnlyList<string>? FormerSlugs = null, IReadOnlyList<RevisionRecord>? Revisions = null);

/// <summary>An entry as one save left it.</summary>
internal sealed record RevisionRecord(
    int Number, DateTime SavedAt, string By, RevisionAction Action, JsonObject Content, string? Note = null);
