using System.Globalization;
using BpoDirectory.Data;

namespace BpoDirectory.Operations.Backups;

/// <summary>When the program backs up its database by itself, and where the backups are.</summary>
/// <param name="Folder">The full path of their folder.</param>
/// <param name="Nightly">The time of day, in the machine's own time zone; null for never.</param>
/// <param name="Keep">How many of each kind are kept.</param>
public sealed record BackupSettings(string Folder, TimeOnly? Nightly, int Keep)
{
    private const string Section = "Backups";
    private const string FolderKey = "Backups:Directory";
    private const string NightlyKey = "Backups:Nightly";
    private const string KeepKey = "Backups:Keep";
    private const string TimeFormat = "HH:mm";
    private const string Off = "off";
    private const int UsualKeep = 14;
    private const int MostKept = 1_000;

    private static readonly TimeOnly UsualTime = new(2, 30);

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="contentRoot">Where a relative path of the folder starts.</param>
    /// <param name="data">The data folder, in which the backups are when nothing else is configured.</param>
    /// <param name="database">Where the directory is kept.</param>
    /// <exception cref="SettingException">One of them cannot be used, or the section holds an unknown key.</exception>
    public static BackupSettings Read(IConfiguration configuration, string contentRoot, DataFolder data, DatabaseSetting database)
    {
        Setting.RefuseUnknown(configuration, Section, FolderKey, NightlyKey, KeepKey);
        return new BackupSettings(
            configuration[FolderKey] is { Length: > 0 } folder ? FullPath(folder, contentRoot) : Path.Combine(data.Path, "backups"),
            NightlyOf(configuration, database),
            Setting.WholeNumber(configuration, KeepKey, "backups", UsualKeep, least: 1, MostKept));
    }

    // A server has backups of its own.
    private static TimeOnly? NightlyOf(IConfiguration configuration, DatabaseSetting database)
    {
        var time = configuration[NightlyKey] is { Length: > 0 } text ? TimeOf(text) : UsualTime;
        return database.IsOnServer ? null : time;
    }

    private static TimeOnly? TimeOf(string text)
    {
        if (text.Equals(Off, StringComparison.OrdinalIgnoreCase))
            return null;
        return TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new SettingException($"{NightlyKey} is “{text}”. Allowed: a time of day such as 02:30, or {Off}.");
    }

    private static string FullPath(string folder, string contentRoot)
    {
        try
        {
            return Path.GetFullPath(folder, contentRoot);
        }
        catch (ArgumentException error)
        {
            throw new SettingException(
                $"{FolderKey} is “{folder}”. Allowed: the path of a folder that this user may create and write.", error);
        }
    }
}
