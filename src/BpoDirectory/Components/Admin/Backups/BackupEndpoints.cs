using BpoDirectory.Accounts;
using BpoDirectory.Operations.Caching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Components.Admin.Backups;

/// <summary>Hands out backups as files.</summary>
public static class BackupEndpoints
{
    private const string Sqlite = "application/vnd.sqlite3";

    /// <summary>Maps <c>/admin/backups/{name}</c>, for administrators.</summary>
    public static void MapBackups(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/admin/backups/{name}", DownloadAsync).WithMetadata(new PersonalAttribute())
            .RequireAuthorization(Policies.Administer).ExcludeFromDescription();

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> DownloadAsync(
        string name, HttpContext context, BackupAdministration backups) =>
        await backups.TakeAsync(Actor.From(context.User), name) is { } file
            ? TypedResults.PhysicalFile(file, Sqlite, name)
            : TypedResults.NotFound();
}
