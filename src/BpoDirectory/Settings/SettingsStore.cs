using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Settings;

/// <summary>What came of saving settings: exactly one of the three.</summary>
/// <param name="Saved">The settings as saved, or as they are where nothing was to be changed.</param>
/// <param name="Newer">The settings as somebody else saved them in between; nothing was changed.</param>
/// <param name="Problems">What has to be fixed first; nothing was changed.</param>
public sealed record SettingsOutcome(SavedSettings? Saved, SavedSettings? Newer, IReadOnlyList<FieldProblem> Problems);

/// <summary>Saves settings, and keeps the logos that they name. Each save is one transaction, and one entry of the audit trail.</summary>
public sealed class SettingsStore(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What the audit trail calls them.</summary>
    public const string Subject = "the directory";

    /// <summary>Saves what an administrator made of the settings, unless it breaks a rule or somebody else saved in between.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="content">All settings.</param>
    /// <param name="baseVersion">The version that the content was made from.</param>
    /// <param name="logo">The file of the logo that the content names, where it is a new one.</param>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public async Task<SettingsOutcome> SaveAsync(Actor actor, SettingsContent content, int baseVersion, LogoFile? logo = null)
    {
        content = SettingsValidator.Normalize(content);
        if (SettingsValidator.Check(content) is { Count: > 0 } problems)
            return new SettingsOutcome(null, null, problems);
        SettingsOutcome? outcome = null;
        await gate.WriteAsync(async db => outcome = await SaveAsync(db, actor, content, baseVersion, logo));
        return outcome!;
    }

    /// <summary>A kept logo; null when there is none of this hash.</summary>
    public async Task<Logo?> FindLogoAsync(string hash, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Logos.AsNoTracking().SingleOrDefaultAsync(logo => logo.Hash == hash, cancellation);
    }

    /// <summary>The same of settings without problems, within a write that has more to do.</summary>
    internal async Task<SettingsOutcome> SaveAsync(
        DirectoryDbContext db, Actor actor, SettingsContent content, int baseVersion, LogoFile? logo)
    {
        await rights.DemandAsync(db, actor, AccountRole.Administrator);
        var row = await db.DirectorySettings.SingleOrDefaultAsync();
        var before = CurrentSettings.Read(row);
        if (before.Version != baseVersion)
            return new SettingsOutcome(null, before, []);
        if (SettingsField.Differing(before.Content, content) is not { Count: > 0 } changes)
            return new SettingsOutcome(before, null, []);
        if (content.Logo is { } wanted && !await KeepAsync(db, wanted, logo))
            return new SettingsOutcome(null, null, [new FieldProblem("logo", "This picture is no longer kept: choose its file again.")]);

        if (row is null)
            db.Add(row = new DirectorySettings());
        row.Save(ContentJson.Write(content), actor.Name, clock.GetUtcNow().UtcDateTime);
        await ForgetLogosAsync(db, content, before.Content);
        var described = changes.Select(field => field.Describe(before.Content, content));
        audit.Add(db, AuditKind.SettingsChanged, Subject, string.Join("; ", described), actor);
        await db.SaveChangesAsync();
        return new SettingsOutcome(CurrentSettings.Read(row), null, []);
    }

    private static async Task<bool> KeepAsync(DirectoryDbContext db, LogoReference wanted, LogoFile? logo)
    {
        if (await db.Logos.AnyAsync(kept => kept.Hash == wanted.Hash))
            return true;
        if (logo?.Reference != wanted)
            return false;
        db.Add(new Logo { Hash = wanted.Hash, ContentType = logo.ContentType, Bytes = logo.Bytes });
        return true;
    }

    // The one before stays: a save can be undone.
    private static Task<int> ForgetLogosAsync(DirectoryDbContext db, SettingsContent content, SettingsContent before)
    {
        string?[] kept = [content.Logo?.Hash, before.Logo?.Hash];
        return db.Logos.Where(logo => !kept.Contains(logo.Hash)).ExecuteDeleteAsync();
    }
}
