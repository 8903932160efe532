using System.Globalization;
using System.Text.RegularExpressions;
using BpoDirectory.Data;

namespace BpoDirectory.Operations.Backups;

/// <summary>What a backup was made for. The names are part of file names: rename none of them.</summary>
public enum BackupKind
{
    /// <summary>By the program, once a day.</summary>
    Nightly,

    /// <summary>Because somebody asked for it.</summary>
    Manual,

    /// <summary>Before the database was brought up to date by a newer version.</summary>
    Update,
}

/// <summary>A copy of the database in the folder of backups, checked when it was made.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Kind">What it was made for.</param>
/// <param name="MadeAt">When, in UTC.</param>
/// <param name="Size">In bytes.</param>
public sealed partial record Backup(string Name, BackupKind Kind, DateTime MadeAt, long Size)
{
    private const string TimeFormat = "yyyyMMdd-HHmmss";

    /// <summary>A size in bytes, in words.</summary>
    public static string FormatSize(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:N1} MB");

    /// <summary>The name of a file made at that time (UTC).</summary>
    internal static string NameOf(BackupKind kind, DateTime at) =>
        $"directory-{at.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{kind.ToString().ToLowerInvariant()}.db";

    /// <summary>What the name of a file says; null when it is none of a backup.</summary>
    internal static Backup? From(FileInfo file) =>
        Parts().Match(file.Name) is { Success: true } name
        && DateTime.TryParseExact(
            name.Groups["time"].Value, TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var madeAt)
        && EnumNames.Find<BackupKind>(name.Groups["kind"].Value) is { } kind
            ? new Backup(file.Name, kind, madeAt, file.Length)
            : null;

    [GeneratedRegex(@"^directory-(?<time>[0-9]{8}-[0-9]{6})-(?<kind>[a-z]+)\.db$")]
    private static partial Regex Parts();
}
