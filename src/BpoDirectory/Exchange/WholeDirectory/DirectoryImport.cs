using System.Text;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Settings;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.WholeDirectory;

/// <summary>What came of taking over a whole directory.</summary>
/// <param name="Created">Entries that were not there.</param>
/// <param name="Changed">Entries that were there and were others, those among them that only name an entry of the file.</param>
/// <param name="Unchanged">Entries of the file that were there as they are in it.</param>
/// <param name="Notes">What could not be taken over as it was, in words for whoever did it.</param>
public sealed record DirectoryImportOutcome(int Created, int Changed, int Unchanged, IReadOnlyList<string> Notes);

/// <summary>
/// Takes over a whole directory from a file of <see cref="DirectoryExport"/>, into an empty directory or beside what is there: an entry is
/// known by its slug, and what the file says of it counts. All of it is one transaction, with one entry of the audit; each entry that is
/// new or changes has a revision.
/// </summary>
public sealed partial class DirectoryImport(
    IEnumerable<EntryEditing> editings, WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights,
    AuditTrail audit, SettingsStore settings, TimeProvider clock)
{
    /// <summary>Whether a file that begins so is an export of a whole directory, and no table.</summary>
    public static bool IsDirectory(ReadOnlySpan<byte> beginning) => Start().IsMatch(Encoding.UTF8.GetString(beginning));

    /// <summary>Takes over a file, all of it or nothing. Nobody else can save meanwhile.</summary>
    /// <param name="actor">Who does it: an administrator.</param>
    /// <param name="file">The file.</param>
    /// <param name="progress">Is told how many entries are written.</param>
    /// <param name="cancellation">Ends it; then nothing is changed.</param>
    /// <exception cref="DirectoryRuleException">The file is no such export, or rules are in the way; nothing was changed.</exception>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public async Task<DirectoryImportOutcome> ImportAsync(
        Actor actor, Stream file, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var directory = await DirectoryDocument.ReadAsync(file, cancellation);
        DirectoryImportOutcome? outcome = null;
        try
        {
            await gate.WriteAsync(
                async db =>
                {
                    await rights.DemandAsync(db, actor, AccountRole.Administrator, cancellation);
                    await using var before = await contexts.CreateDbContextAsync(cancellation);
                    var takeover = new Takeover(db, before, [.. editings], directory, actor, clock.GetUtcNow().UtcDateTime);
                    outcome = await takeover.RunAsync(progress, cancellation);
                    if (directory.Settings is not null)
                        await TakeSettingsAsync(db, actor, directory);
                    if (outcome.Created + outcome.Changed > 0)
                        audit.Add(
                            db, AuditKind.Imported, "the directory",
                            $"{outcome.Created} new, {outcome.Changed} changed, {outcome.Unchanged} unchanged", actor);
                },
                cancellation);
        }
        catch (DbUpdateException error)
        {
            throw new DirectoryRuleException(
                $"Nothing was imported: the directory cannot hold what the file says. {error.GetBaseException().Message}");
        }
        return outcome!;
    }

    private async Task TakeSettingsAsync(DirectoryDbContext db, Actor actor, DirectoryDocument directory)
    {
        var content = SettingsValidator.Normalize(directory.Settings!);
        var logo = directory.Logo is null ? null : LogoFile.Read(directory.Logo);
        content.Logo = logo?.Reference;
        if (SettingsValidator.Check(content) is [var problem, ..])
            throw new DirectoryRuleException($"Nothing was imported. Settings, {problem.Field}: {problem.Message}");
        var present = CurrentSettings.Read(await db.DirectorySettings.AsNoTracking().SingleOrDefaultAsync());
        await settings.SaveAsync(db, actor, content, present.Version, logo);
    }

    [GeneratedRegex($$"""^\uFEFF?\s*\{\s*"format"\s*:\s*"{{DirectoryDocument.FormatName}}"\s*,""", RegexOptions.CultureInvariant)]
    private static partial Regex Start();
}
