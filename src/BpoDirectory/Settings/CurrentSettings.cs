using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Settings;

/// <summary>The settings as every page shows them, remembered until something in the database changes.</summary>
public sealed class CurrentSettings(IDbContextFactory<DirectoryDbContext> contexts, CatalogVersion catalog)
{
    private volatile Remembered? _remembered;

    /// <summary>The settings as they are now; the usual ones as long as nobody has saved any.</summary>
    public SettingsContent Content => Saved.Content;

    /// <summary>The same, with who saved them.</summary>
    public SavedSettings Saved
    {
        get
        {
            var version = catalog.Current;
            if (_remembered is not { } remembered || remembered.Version != version)
                _remembered = remembered = new Remembered(version, Read());
            return remembered.Settings;
        }
    }

    /// <summary>The settings that a write finds; not to be changed.</summary>
    internal static SavedSettings Read(DirectorySettings? row) => row is null
        ? new SavedSettings(0, "", new SettingsContent())
        : new SavedSettings(row.Version, row.SavedBy, ContentJson.Read<SettingsContent>(row.Content));

    private SavedSettings Read()
    {
        using var db = contexts.CreateDbContext();
        return Read(db.DirectorySettings.AsNoTracking().SingleOrDefault());
    }

    private sealed record Remembered(long Version, SavedSettings Settings);
}
