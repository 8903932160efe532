using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Settings;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.WholeDirectory;

/// <summary>Writes a whole directory to one file. Accounts, the audit and what people search for are not in it.</summary>
public sealed class DirectoryExport(IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts, TimeProvider clock)
{
    private const int Batch = 200;
    private const int Buffered = 64 * 1024;

    /// <summary>Writes everything while it is read, all of it of one state of the directory.</summary>
    /// <param name="file">Where; it stays open.</param>
    /// <param name="withRevisions">Whether the history of each entry is written too.</param>
    /// <param name="progress">Is told how many entries are written.</param>
    /// <param name="cancellation">Ends it early; then the file is no whole one.</param>
    public async Task WriteAsync(Stream file, bool withRevisions, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var state = await db.BeginReadAsync(cancellation);
        await using var json =
            new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = DirectoryDocument.Options.Encoder, Indented = true });
        json.WriteStartObject();
        json.WriteString("format", DirectoryDocument.FormatName);
        json.WriteNumber("version", DirectoryDocument.PresentVersion);
        json.WriteString("exportedAt", clock.GetUtcNow().UtcDateTime);
        await WriteSettingsAsync(db, json, cancellation);
        json.WritePropertyName("sources");
        var sources = await db.Sources.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellation);
        JsonSerializer.Serialize(
            json, sources.Select(s => new SourceRecord(s.Code, s.Slug, s.Title, s.Description)), DirectoryDocument.Options);
        json.WriteStartArray("entries");
        var written = 0;
        foreach (var editing in editings.OrderBy(editing => editing.Type))
            foreach (var rows in (await editing.Rows(db).OrderBy(row => row.Id).ToListAsync(cancellation)).Chunk(Batch))
            {
                foreach (var entry in await ReadAsync(db, editing, rows, withRevisions, cancellation))
                {
                    JsonSerializer.Serialize(json, entry, DirectoryDocument.Options);
                    if (json.BytesPending > Buffered)
                        await json.FlushAsync(cancellation);
                }
                db.ChangeTracker.Clear();
                progress?.Report(written += rows.Length);
            }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static async Task WriteSettingsAsync(DirectoryDbContext db, Utf8JsonWriter json, CancellationToken cancellation)
    {
        if (await db.DirectorySettings.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } row)
            return;
        var settings = CurrentSettings.Read(row).Content;
        json.WritePropertyName("settings");
        JsonSerializer.Serialize(json, settings, DirectoryDocument.Options);
        if (settings.Logo is { } logo)
            json.WriteBase64String(
                "logo", await db.Logos.Where(kept => kept.Hash == logo.Hash).Select(kept => kept.Bytes).SingleAsync(cancellation));
    }

    private static async Task<IReadOnlyList<EntryRecord>> ReadAsync(
        DirectoryDbContext db, EntryEditing editing, EntryRow[] rows, bool withRevisions, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var snapshots = await editing.SnapshotsAsync(db, ids);
        var former = (await db.FormerSlugs.AsNoTracking().Where(f => f.EntryType == editing.Type && ids.Contains(f.EntryId))
            .OrderBy(f => f.Id).ToListAsync(cancellation))
            .ToLookup(f => f.EntryId, f => f.Slug);
        var reviews = editing.Type != EntryType.Department
            ? []
            : await db.Departments.IncludingArchived().Where(d => ids.Contains(d.Id) && d.ReviewedAt != null)
            .ToDictionaryAsync(d => d.Id, d => d.ReviewedAt, cancellation);
        var revisions = !withRevisions ? null
            : (await db.Revisions.AsNoTracking().Where(r => r.EntryType == editing.Type && ids.Contains(r.EntryId)).OrderBy(r => r.Number)
                .ToListAsync(cancellation))
                .ToLookup(r => r.EntryId, r => new RevisionRecord(r.Number, r.SavedAt, r.By, r.Action, Parse(r.Snapshot), r.Note));
        return [.. rows.Select((row, index) => new EntryRecord(
            editing.Type, row.Slug, row.Version, row.LastChange, Parse(snapshots[index]), reviews.GetValueOrDefault(row.Id),
            former[row.Id].ToList() is { Count: > 0 } slugs ? slugs : null, revisions?[row.Id].ToList()))];
    }

    private static JsonObject Parse(string snapshot) => JsonNode.Parse(snapshot)!.AsObject();
}
