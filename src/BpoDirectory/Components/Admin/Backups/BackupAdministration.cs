using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Operations.Backups;

namespace BpoDirectory.Components.Admin.Backups;

/// <summary>What administrators do with backups. Each of it is in the audit.</summary>
public sealed class BackupAdministration(BackupFolder backups, WriteGate gate, AccountRights rights, AuditTrail audit)
{
    /// <summary>Makes a backup now.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    /// <exception cref="BackupFailedException">It could not be made.</exception>
    public async Task<Backup> MakeAsync(Actor actor)
    {
        await gate.WriteAsync(db => rights.DemandAsync(db, actor, AccountRole.Administrator));
        var made = await backups.MakeAsync(BackupKind.Manual);
        await WriteDownAsync(actor, AuditKind.BackupMade, made.Name);
        return made;
    }

    /// <summary>The file of a backup, for somebody who takes it away; null when there is none of that name.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    public async Task<string?> TakeAsync(Actor actor, string name)
    {
        if (backups.Find(name) is not { } file)
            return null;
        await WriteDownAsync(actor, AuditKind.BackupDownloaded, name);
        return file;
    }

    /// <summary>Reads all of a backup; null when there is none of that name.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    /// <exception cref="BackupFailedException">It cannot be read.</exception>
    public async Task<DatabaseState?> CheckAsync(Actor actor, string name)
    {
        await gate.WriteAsync(db => rights.DemandAsync(db, actor, AccountRole.Administrator));
        return await backups.CheckAsync(name);
    }

    private Task WriteDownAsync(Actor actor, AuditKind kind, string name) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Administrator);
        audit.Add(db, kind, name, "", actor);
    });
}
