using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests;

/// <summary>A program of a test class's own, with three pages of departments, that may be changed.</summary>
public sealed class CrowdedServer : DirectoryServer, IAsyncLifetime
{
    /// <summary>Departments named “Outpost 01” and so on, besides the built-in ones.</summary>
    public const int Outposts = 40;

    public Task InitializeAsync() => Gate.WriteAsync(async db =>
    {
        for (var number = 1; number <= Outposts; number++)
        {
            var text = number.ToString("00", CultureInfo.InvariantCulture);
            var outpost = new Department($"outpost-{text}", $"Outpost {text}", "Keeps the lighthouse burning.");
            outpost.SetOffice(Office.Back, OfficeBasis.Judged, "It sees no customer.", Side.Provider);
            db.Add(outpost);
        }
        await db.SaveChangesAsync();
        await SearchIndex.RebuildAsync(db, CancellationToken.None);
    });

    /// <summary>Gives a department a new name and slug, as an editor would.</summary>
    public Task RenameAsync(string slug, string newName, string newSlug) => Gate.WriteAsync(async db =>
    {
        var department = await db.Set<Department>().SingleAsync(d => d.Slug == slug);
        department.Rename(newName, newSlug);
        await db.SaveChangesAsync();
        await SearchIndex.UpdateAsync(db, [department.Id], CancellationToken.None);
    });

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private WriteGate Gate => Services.GetRequiredService<WriteGate>();
}
